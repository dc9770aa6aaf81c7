"""Plain wishes to be left alone in English, as templates over the plain words of one sentence."""

from leads.domain.opt_out.pieces import PIECES

__all__ = ["ENGLISH"]

# stop texting me; stop the texts; cancel these alerts; I want to stop receiving texts
_STOP_WRITING = (
    r"\b{cease} {few}{writing} (to |up )?(\w+ )?{me}{always}",
    r"\b(stop|quit) {write} {me}{always}",
    r"\b{cease} (trying|attempting) to ({write}|reach|sell)\b",
    r"\b{cease} (hitting me up|blowing up my phone|blowing me up)\b",
    r"{you}{cease} (reaching out|following up)\b",
    r"{you}{cease} {these}({writing}|{mail}|calls|emails|getting|this|it|that|these|those){tail}",
    r"{you}{cease} {these}{writing} ({these}{mail}|these|those|things|anything){tail}",
    r"{you}{end} (it )?{these}({mail}|{mail} subscription|subscription to {these}{mail}){tail}",
    r"^{end} (this |my |the |your |text )*(subscription|service|text thread)$",
    r"^{wish}{end} (these|those|your|all these) {these}{mail}{tail}",
    r"\b{cease} (receiving|getting) {these}({mail}|calls|emails|these|those|this){tail}",
    r"\b{cease} being {written}\b",
    r"\b(turn|switch|shut) (off {these}{mail}|{these}{mail} off|(these|those|them) off){tail}",
    r"\b(make|need|want|get) (it|this|that|these|them|{these}{mail}) (to )?(stop|end)$",
    r"(?<!\bdo )(?<!\bdoes )"
    r"\b(these|those|your|the) (\w+ )?{mail} ((need|must|should|have|better) (to )?)?(stop|end|cease)\b",
    r"\b{mail} (is|are) (not welcome|unwelcome|unwanted)\b",
    r"\b(tired|sick|done|fed up) (of|with) (these|your|all these|getting these) (\w+ )?{mail}\b",
)
# stop; stop this; I said stop; I asked you to stop; stop, I am not John
_JUST_STOP = (
    r"^((no|nope|nah|not interested|oh|my|god|i am serious|yes|this|enough|thank you|and|ugh|hell|yo|spam|"
    r"for the last time|last warning) )*"
    r"stop( (it|this|that|these|those|you|people|all|here|at once|right|away|now|no|yes|today|for good))*"
    r"( or .*)?$",
    r"^stop (wrong|this is|it is|that is|i|you|who|we (are|have|do))\b",
    r"^(unsubscribe|opt out|stop all|stopall|revoke|quit|remove|removal|terminate|deactivate)$",
    r"^(enough is enough|give it a rest)$",
    r"^{you}(quit|knock|cut|end) (it|it off|it out|this)( with {these}({mail}|{writing}))?$",
    r"\bi (\w+ )?said (to )?(stop|unsubscribe|remove me|no more)\b",
    r"\b(to say|understand|part of|the word|meaning of) stop\b",
    r"\bto (remove|delete|unsubscribe) (me|us)$",
    r"\b{ask} you {some}to stop( it| this| that)?( (last|yesterday|before|twice|many|several|\d+)\b.*)?$",
    r"\bbeen (asked|told) to stop\b",
    r"^you (need|have|better|got) (to )?(stop|quit)( it| this| that)?$",
    r"\bif you (\w+ ){0,2}?(stop|stopped|quit)\b",
    r"\b(you (will )?not|will not you) stop$",
    r"\bthis (needs to|has to|must|should|better) (stop|end)$",
    r"\bcease (and )?desist\b",
)
# do not text me; never contact this number; do not send me anything; I do not want your texts
_DO_NOT = (
    r"\b{not} (\w+ to |dare |you )*({write}|reach out|talk)( to)?( (or|and) {write})* {me}{from_now}",
    # "Don't bother" alone refuses what was just proposed.
    r"^(?!.*\bbother( thanks| please| thank you)*$)(you )?{not} ({write}|reach out)( (or|and) {write})*"
    r"{from_now}{tail}",
    r"\bdo not {write} (no|any) more\b",
    r"\b(do|will) not (bother|keep|continue|start) {writing}\b",
    r"\bdo not (continue|keep|try) to {write}\b",
    r"(?<!\bi )(?<!\bwe )\b(do not|never|not to) send (me |us |this number )?((any|no) more |any )?"
    r"({these}{mail}|anything|nothing|these|more|again)( else)?{tail}",
    r"\b{not} {wants} {get}(no )?(?!spam$){these}{mail}{tail}",
    r"\b{not} {wants} {get}(any of )?(these|those|them|another {mail})( any more| things)?{tail}",
    r"\b({not} {wants} {get}|{not} be |(prefer|rather) not (to )?{get}){written}\b",
    r"\b{not} {wants} (hear|be hearing) from (you|your|this)\b",
    r"\b{not} want any more (calls|emails)\b",
    r"\b{not} want you (to )?({write}|{writing})\b",
    r"\b{not} want to be on (this|your|the|any)\b",
    r"\b{not} need (these|your|any more) (\w+ )?{mail}\b",
    r"\b(prefer|rather) (not( to)?|you (did|do) not) ({write}|{get}{these}{mail})\b",
    r"\b(no interest|not interested|no longer interested) in (getting|receiving|your) {these}{mail}\b",
    r"\byou (may|can|must|are) not (authorized to |allowed to |permitted to )?{write}\b",
    r"\bforbid you to {write}\b",
    r"\bif you {write} (me|us|this number) (again|any more|one more)\b",
)
# no more texts; enough with the texts
_NO_MORE = (
    r"\b(want no|none of these) {these}{mail}{tail}",
    r"\bno (more|further) {these}({mail}|calls|emails|of (this|these|that|it))( me| us)?{tail}",
    r"^no (?!marketing){mail}{tail}",
    r"^(that is |i have had |i had )?enough {these}{mail}{tail}",
)
# take me off your list; remove my number; add me to your do not call list
_TAKE_ME_OFF = (
    r"\b(?!drop me off){drop} (\w+ and )?{mine}( and \w+)? {off}",
    r"\b{drop} (off|out) {mine}\b",
    r"\b{delete} (my|our|this) (\w+ )?{number}\b",
    r"^{delete} (all )?(my|our) (\w+ )?{data}\b",
    r"^((can|could|will|would) you )?(remove|delete|drop) (me|us|number|the number)( now| today)?$",
    r"^(remove|delete|unsubscribe) from (your|the|this|mailing)\b",
    r"\bforget you (ever )?(have|had) (this|my) number\b",
    r"\b(want|get) (off|out of) (this|your|the) (\w+ )?lists?\b",
    r"(?<!\bif )\b(i|we) want out$",
    r"\brequest\w* (removal|no (more|further) contact)\b",
    r"\b({ask}|wish|request\w*) {few}to be (removed|taken off|unsubscribed|opted out)\b",
    r"\bwrong (number|person) {some}(remove|stop)\b",
    r"\b(put|add|place|register|mark|flag) (me|us|(this|my) number) {some}do not (call|contact|text)\b",
    r"\b(i am|we are|my number is|this number is|violating) {some}do not (call|contact|text)\b",
    r"^do not (call|contact|text) list$",
)
# unsubscribe me; I want to opt out; how do I unsubscribe; I revoke my consent
_CONSENT = (
    r"\bunsubscribe (me|us|my|this)\b",
    r"^unsubscribe ({these}{mail}|all)$",
    r"\bopt {mine} out\b",
    r"\bi (\w+ ){0,2}?(unsubscribed|opted out)\b",
    r"^({wish}|{you})((be |get )?(unsubscribed?|opt(ed)? out)|(be|get) (removed|taken off))"
    r"( (of|from)? ?{these}({mail}|everything|service|(\w+ )?{lists}))?{tail}",
    r"\b(honor|respect) my (\w+ )?(requests?|wish|wishes|opt out|decision)\b",
    r"\b{revoke} (my|our|any|all) (\w+ )?{permission}\b",
    r"\bi (\w+ )?{revoke} {permission}\b",
    r"^(revoke|withdraw) {permission}$",
    r"\b{permission} (is |has been )?(revoked|withdrawn)$",
    r"\byou (do not|no longer|never|have no)( have| had)?( my| our| any)? {permission}( to\b|$)",
    r"^(do not|no longer) have (my|our) {permission}\b",
    r"\bi (do|did) not (give|agree) {few}({write}|{mail}|{written}|{permission})\b",
    r"\bi (never|no longer) (give|gave|agree|agreed) {few}({write}|{mail}|{written}|{permission})\b",
    r"\bi (do not|did not|never|no longer) consent",
)
# leave me alone; go away; I am blocking you
_GO_AWAY = (
    r"\bleave {me} (the \w+ |tf )?(alone|be|in peace)\b",
    r"^let (me|us) (be|alone)$",
    r"\b(fuck|piss|bug|buzz|bugger|sod|eff|screw|f) off\b",
    r"^(go away|get lost|shove off|back off|fuck out of here|fuck outta here)$",
    r"\b(block|blocking|blocked|report|reporting|reported) (you|your|this number)\b",
    r"^blocked( and reported)?$",
    r"\byou (are|have been) blocked$",
    r"\breport(ed|ing)? (you |this |it )?((as|for|to) (\w+ )?)?(spam|harassment)\b",
    r"\b(this|it) is (spam|harassment)\b",
    r"\byou are (spamming|harassing)\b",
)


def _filled(template: str) -> str:
    for name, piece in PIECES.items():
        template = template.replace(f"{{{name}}}", piece)
    return template


ENGLISH = tuple(
    map(_filled, (*_STOP_WRITING, *_JUST_STOP, *_DO_NOT, *_NO_MORE, *_TAKE_ME_OFF, *_CONSENT, *_GO_AWAY))
)
