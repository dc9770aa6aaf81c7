"""The vocabulary of English wishes to be left alone, and the pieces that their templates are made of."""

__all__ = ["PIECES", "SMALL_WORDS"]

_WORDS = {
    "cease": "stop quit cease discontinue halt desist refrain avoid",
    "end": "stop quit cease discontinue cancel end terminate disable deactivate",
    "writing": "texting messaging contacting calling phoning ringing emailing mailing writing bothering "
    "spamming harassing annoying pestering bugging pinging dming disturbing hounding badgering soliciting "
    "chasing sending",
    "write": "text message contact call phone ring write bother spam harass annoy ping dm disturb sms",
    "written": "texted messaged contacted called bothered emailed spammed disturbed solicited harassed",
    "mail": "text texts message messages sms notifications spam updates reminders alerts promos promotions "
    "ads communication communications correspondence contact stuff crap shit junk bullshit nonsense madness "
    "solicitation harassment marketing texting messaging contacting",
    "drop": "remove removed take took get strike scratch pull drop delete erase scrub cross wipe clear kick "
    "purge",
    "delete": "remove delete erase scrub lose forget trash wipe block purge clear",
    "number": "number name contact phone cell line email",
    "data": "info information details data record records",
    "ask": "ask asked asking tell told telling want need like beg begging",
    "revoke": "revoke revoking withdraw withdrawing rescind retract remove",
    "permission": "permission consent authorization right",
    "gathering": "meeting invite invitation demo call event hold cc booking speaker mute calendar schedule "
    "agenda waitlist",
    "lists": "list lists database system texts messages",
}
_DETERMINERS = (
    "the these those this that all any your such more further future text marketing sms automated sales "
    "unwanted unsolicited annoying promotional stupid daily constant random of from with my other sending "
    "getting receiving me us"
)
# Before these, "stop" is not said to us: "to stop texting", "we stop calls", "the bus stop ads".
_NOT_TO_US = (
    "to i we it not can will must should could non one bus a the that they he she who "
    "agents reps salespeople sellers people leads customers clients prospects visitors staff team nobody"
)


def _any_of(words: str) -> str:
    return f"({'|'.join(words.split())})"


_PIECES = {name: _any_of(words) for name, words in _WORDS.items()} | {
    "few": r"(\w+ ){0,3}?",
    "some": r"(\w+ )*?",
    "these": rf"({_any_of(_DETERMINERS)} )*",
    "me": r"(me|us|(my|our|this) (\w+ )?(number|phone|cell|line|mobile|business|office|home))",
    "mine": r"(me|us|(my|our|this) (\w+ )?({number}|{data}))",
    "not": r"((do|does|did|will|can|should|must|would) not|not to|not|(?<!would )never|no longer)",
    "wants": r"((want|wish|desire|agree|consent|care)( for| you)?( to)?|(like|need) (you )?to)",
    "get": r"((be|get|getting|receive|receiving|hear|have|keep|continue|continue to) )*",
    # Who is told to stop: you, in so many words or none.
    "you": (
        r"(\b(i|we) (\w+ ){1,3}?you to |\b(can|could|will|would) (you|i|we) |"
        r"\bhow (do|can|to)( i| we| you)? |"
        r"\byou (\w+ to|better|must|should|gotta) |"
        + "".join(rf"(?<!\b{word} )" for word in _NOT_TO_US.split())
        + r"\b)"
    ),
    "wish": (
        r"((i|we) (?!(\w+ )?not )(\w+ ){1,3}?to |(would )?(want|wish|need|like|how|where) to |"
        r"(how|where) (do|can) (i|we) |(i am|we are|let me|let us|can i|can we|may i|i|we) )?"
    ),
    # What may follow a wish without making it another one.
    "tail": (
        r"( (here|again|any more|any longer|no more|(right )?now|every day|daily|today|all the time|at all|"
        r"so (much|often)|on (my|this) \w+|to (me|us|my phone|this (number|phone))|with me|thank you|"
        r"from (you|your|this|these)\b.*|(or|and|i|you|it|this|that|because|cause|before|since|we)\b.*))*$"
    ),
    # A wish for certain hours leaves the others allowed …
    "always": r"\b(?! (until|till|before|after|between|unless|while|when|during|if|on \w+days?|over)\b)",
    # … and so does "do not text me tomorrow", where "stop texting me today" means for good.
    "from_now": (
        r"\b(?! (\w+ )?(until|till|before|after|tomorrow|tonight|today|at|during|next|between|unless|while|"
        r"yet|now|on \w+days?|this (week|month|morning|afternoon|evening)|if|when|too)\b)"
    ),
    # Off a list of ours: not off a meeting, and not off the tool they want to replace.
    "off": (
        r"((off|from|of|form)( of)?(?! (the |this |that )?(\w+ )?{gathering}\b(?! list))"
        r"(?= (your?|this|these|those|any|all|every|here|now|future|sms|(the )?(\w+ )?{lists})\b|$)|"
        r"out of (your|this|the|all) (\w+ )?{lists})"
    ),
}

# A sentence of these words alone is about nothing but us and our texts.
SMALL_WORDS = frozenset(
    {
        *("a", "an", "the", "i", "you", "me", "my", "your", "we", "us", "our", "it", "this", "that", "these"),
        *(
            "those",
            "is",
            "are",
            "am",
            "was",
            "be",
            "been",
            "being",
            "do",
            "does",
            "did",
            "have",
            "has",
            "will",
        ),
        *(
            "would",
            "can",
            "could",
            "should",
            "must",
            "may",
            "to",
            "of",
            "off",
            "out",
            "from",
            "on",
            "in",
            "at",
        ),
        *("for", "with", "any", "all", "more", "again", "ever", "still", "longer", "now", "here", "there"),
        *(
            "why",
            "how",
            "what",
            "who",
            "where",
            "when",
            "which",
            "many",
            "times",
            "time",
            "way",
            "one",
            "else",
        ),
        *("anything", "nothing", "and", "or", "not", "no", "get", "getting", "got", "need", "want", "wish"),
        *("like", "say", "said", "tell", "told", "ask", "asked", "asking", "keep", "send", "sending"),
        *("receive", "receiving", "text", "texts", "texting", "message", "messages", "messaging", "sms"),
        *(
            "contact",
            "contacting",
            "contacted",
            "calling",
            "list",
            "lists",
            "number",
            "phone",
            "stop",
            "quit",
        ),
        *("cease", "unsubscribe", "unsubscribed", "opt", "opted", "remove", "removed", "delete", "take"),
        *("taken",),
    }
)


def _filled(piece: str) -> str:
    for name, words in _WORDS.items():
        piece = piece.replace(f"{{{name}}}", _any_of(words))
    return piece


PIECES = {name: _filled(piece) for name, piece in _PIECES.items()}
