"""Given names common enough to be known in lower case."""

from leads.domain.parsing.tables import words

__all__ = ["FIRST_NAMES"]

FIRST_NAMES = words("""
    aaron abdul abdullah abby abigail adam adrian adriana agnes ahmed aisha akira alan alain albert
    alberto alejandro aleksander alessandro alex alexa alexander alexandra alexei alexis alfred ali alice
    alicia alina alison allan allen amanda amelia amina amir amit amy ana anand anastasia anders andre
    andrea andreas andrei andrew andy angel angela angelina angelo anil anita anja ann anna anne annette
    annie anthony antoine anton antonia antonio anya april arjun arnold arthur arun asha ashley astrid
    audrey axel ayesha barbara barry beatrice beatriz becky ben benjamin bernard bernd beth betty bianca
    bill billy birgit bob bobby boris brad bradley brandon brenda brian bridget bruce bruno bryan caitlin
    camila camille carl carla carlo carlos carmen carol carolina caroline catherine cecilia cedric celine
    chantal charles charlie charlotte chen chiara chris christian christina christine christoph
    christopher chuck cindy claire clara claudia claudio colin connor craig cristina cynthia daisy dan
    dana daniel daniela daniele danielle danny dario darren dave david dawn dean deborah debbie denis
    denise dennis derek diana diane diego dieter dimitri dinesh dirk dmitri dmitry dominic dominik don
    donald donna dorothy doug douglas duncan dylan eddie edgar eduardo edward edwin ekaterina elaine elena
    eleanor eli elias elisa elisabeth elizabeth ella ellen elsa emil emilia emilio emily emma enrique eric
    erica erik erika erin ernesto esteban ester esther ethan eugene eva evan evelyn fabian fabio farah
    fatima federico felicia felipe felix fernando fiona florian fran frances francesca francesco francis
    francisco franco francois frank franz fred freddie frederic frederik friedrich gabriel gabriela gareth
    gary gavin geoff george georg gerald gerard gerhard gianni gina giorgio giovanni giulia giuseppe
    gloria gordon grace graham grant greg gregor gregory greta guido guillaume gunther gustavo guy hannah
    hans harald haruto harold harriet harry hassan heather heidi heiko heinz helen helena helga henri
    henrik henry herbert hiroshi holger holly howard hugh hugo ian ibrahim ida igor ingrid irene irina
    iris isaac isabel isabella isabelle ivan jack jackie jackson jacob jacques jake james jamie jan jana
    jane janet janice jared jasmine jason javier jay jean jeff jeffrey jenna jennifer jenny jens jeremy
    jerome jerry jesse jessica jesus jill jim jimmy jing joan joanna joao joe joel joerg johan johanna
    john johnny jon jonas jonathan jordi jorge jose josef joseph josh joshua joyce juan juanita judith
    judy julia julian juliana julie julien juliet julio jun jurgen justin kai karen karim karin karl karla
    kate katharina katherine kathleen kathy katie katja katrin kay keith kelly ken kenji kenneth kenny
    kerry kevin khalid kim kirsten klaus konrad konstantin kristen kristin kumar kurt kyle lara larry lars
    laura lauren laurent layla lea leah lee lena leo leon leonard leonardo leonie leslie leticia lewis
    liam lily lina linda lisa liz logan lorenzo lou louis louise luc luca lucas lucia lucy luigi luis
    luisa lukas luke lydia lynn magda magdalena malik manuel manuela marc marcel marcela marco marcos
    marcus margaret maria mariam mariana marie marina mario marion marius mark markus marta martha martin
    martina marty mary maryam mateo mathias matt matteo matthew matthias maureen maurice maurizio max
    maxim maya megan mehmet mei melanie melissa mia michael michaela michal michel michele michelle miguel
    mikael mike mikhail milan mina ming miriam mohamed mohammad mohammed moira molly monica monika
    muhammad mustafa nadia nadine naomi natalia natalie natasha nathan nathalie neha neil nick nicholas
    nico nicola nicolas nicole nigel nikolai nikos nils nina noah noor nora norman oleg olga oliver olivia
    olivier omar oscar otto owen pablo paola paolo pat patricia patricio patrick patrik paul paula pauline
    paulo pavel pedro peggy peter petra phil philip philipp philippe phoebe pierre piotr pia priya rachel
    rafael rahul raj rajesh ralf ralph ramon ravi ray raymond rebecca regina reinhard rene renee ricardo
    riccardo richard rick ricky rita rob robert roberto robin rocco rodrigo roger roland rolf roman ron
    ronald rosa rosie ross roxanne roy ruben rudi rudolf rupert russell ruth ryan sabine sabrina sally sam
    samantha samir samuel sandra sandy sanjay santiago sara sarah saskia scott sean sebastian selina
    serena serge sergei sergey sergio seth shannon sharon shaun sheila shirley sid silke silvia simon
    simone sofia sofie sonia sophia sophie stacy stan stefan stefania stefanie steffen stella stephan
    stephanie stephen steve steven stuart sue sunil suresh susan susanne suzanne sven sylvia takashi
    tamara tanja tanya tara tatiana taylor ted teresa terry theo theresa thomas tiago tim timo timothy
    tina tobias todd tom tomas tommy tony tracy travis trevor trish tristan tyler ulrich ulrike ursula uwe
    valentina valerie vanessa vera veronica vicky victor victoria viktor vikram vince vincent vincenzo
    violet viola virginia vivian vladimir walter wanda wayne wei wendy werner wilhelm william willy
    wolfgang xavier yan yara yasmin yolanda yosef yuki yuri yusuf yvonne zach zachary zara zoe
""")
