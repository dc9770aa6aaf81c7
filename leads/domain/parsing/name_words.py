"""Words that are never, or hardly ever, a part of a name."""

from leads.domain.parsing.tables import words

__all__ = ["GENERIC", "HONORIFICS", "LEGAL_FORMS", "NO_NAMES", "PARTICLES", "SURNAMES"]

HONORIFICS = words("""
    mr mrs ms miss mx senor senora dr prof professor sir madam herr frau hr fr mme mlle sr sra dra
    monsieur madame dott dottssa ing pastor rev reverend father sister brother sheikh datuk dato chief
    coach captain engr er adv hon judge rabbi kuya ate tita tito puan encik pak bu ibu sri smt shri pan
    pani sig sigra mevrouw meneer dhr dona don dame
""")
PARTICLES = words("""
    van der den de la le du von bin ibn al el da dos das di del della ter ten zu y e af av st san abu ben
    binti bint binte ap ferch mac ould und zu
""")
# Trades that are surnames more often than not when they stand behind a given name.
SURNAMES = words("baker farmer driver dean mayor coach clerk builder worker chair partner principal butler")

NO_NAMES = words("""
    brb afk oof phew whew ooh gah tsk jeez sheesh gosh blimey crikey
    a an the and or but so if then than that this these those there here where when why how what who whom
    which whose i me my mine we us our ours you your yours he him his she her hers it its they them their
    one none nobody noone anonymous somebody someone anyone anybody everyone everybody nothing something
    anything everything is are am was were be been being do does did done have has had having can could
    will would shall should may might must not no yes yep yeah yup nope nah ok okay sure maybe perhaps
    please thanks thank thx hello hi hey bye sorry for to of in on at by with from about into over under
    after before between during without within through as like up down out off again further once just
    only also too very really quite rather still yet already soon later now today tomorrow tonight
    yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening week
    weeks month months year years day days hour hours minute minutes time times asap quarter january
    february march june july august september october november december need needs needed want wants
    wanted look looking looks find finding use using used get getting got give giving go going gone come
    coming make making made take taking know knowing knows think thinking guess say says said tell telling
    ask asking asked call called calling back see seeing try trying work working works help helping helps
    buy buying sell selling start starting stop stopping wait waiting check checking talk talking speak
    speaking write writing read reading run running hope hoping send sending show showing keep keeping let
    lets good great fine well bad better best busy free happy sad tired sick ill interested interesting
    important urgent new old big small large little long short high low right wrong true false real easy
    hard complicated simple private confidential secret personal possible impossible ready available
    unavailable able unable late early curious confused lost unsure certain afraid glad aware open closed
    serious responsible alone away around first last second next same other another different own all any
    both each few more most many much some such half company business team boss customer customers client
    clients user users people person human bot robot agent name names email phone number address website
    budget price prices pricing cost costs money problem problems question questions answer answers thing
    things way lot bit story demo trial product products service services software tool tools system
    systems solution solutions crm erp project projects data option options information info account plan
    plans deal contract sales marketing support finance nice cool awesome perfect lovely amazing wow haha
    lol hmm um uh er oh ah fuck shit damn idiot stupid crap test testing whatever home office school
    student german english french spanish employed unemployed retired married single based located hungry
    kidding joking forced allowed supposed worried concerned excited pleased annoyed angry frustrated
    struggling leaving driving travelling traveling browsing searching shopping visiting wondering
    considering evaluating comparing hiring expanding growing losing dealing paying replacing migrating
    switching moving planning managing leading heading handling hearing because since until unless while
    though although however anyway actually basically honestly currently never always often sometimes
    usually ever else instead probably definitely absolutely certainly exactly fully totally completely
    mostly mainly almost nearly enough zero two three four five six seven eight nine ten hundred thousand
    million dollars euros pounds percent null undefined unknown n/a na tbd idk dunno skip pass decline
    yourself myself himself herself itself ourselves themselves guest stranger irrelevant unimportant
    unnecessary required optional mandatory obvious clear idea sense matter joke waste scam spam fake
    special stuff part kind sort type case
    point fact reason don't won't can't didn't doesn't isn't aren't wasn't
    haven't hasn't wouldn't couldn't shouldn't i'm i've i'd i'll it's that's what's there's you're we're
    they're let's who's he's she's we've they've you've im ive dont cant wont didnt doesnt isnt wanna
    gonna gotta thats whats excel spreadsheet spreadsheets hubspot salesforce
""")

# Words that say what kind of company it is, and not which.
GENERIC = words("""
    company companies firm business startup start-up agency shop store bakery restaurant bank hospital
    school office corporation enterprise organisation organization government university home freelancer
    freelance self-employed myself nobody none no nothing own private startup-up sme smb ngo charity
    family team department factory hotel clinic studio group consultancy employer boss job work place
    market client customers
""")
LEGAL_FORMS = words("""
    gmbh inc llc ltd limited corp corporation co ag kg ohg ug se plc sa sas sarl srl spa bv nv ab as asa
    oy oyj aps a/s pty pvt lp llp lllp kft zrt doo d.o.o sro s.r.o spzoo ou oü uab sia eood ood ltda
    eireli sl slu s.l s.r.l s.p.a s.a k.k fze fzco eurl snc mbh ev e.v eg gbr kgaa pte sdn bhd incorporated
""")
