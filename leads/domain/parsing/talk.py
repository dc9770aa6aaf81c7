"""Words of one person talking to another, which no name of a thing has in it."""

import re

from leads.domain.parsing.tables import words

__all__ = ["ABOUT_TELLING", "REACTIONS", "is_talk"]

# Said of knowing and telling rather than of what was asked.
ABOUT_TELLING = words("""
    mystery guessing nda think thinking cares anonymous remain comentarios nicht scooby ask maybe
    know knows known knowing tell telling told say saying said share sharing disclose disclosed reveal
    answer answering answered comment discuss discussed idea clue clueless certain sure unsure decided
    determined undecided unknown unclear estimate guess thought private confidential secret classified
    restricted sensitive personal internal nosy comfortable uncomfortable allowed permitted forbid forbids
    forbidden prohibited info information business revert dark number nobody's put talk hard refuse
    decline lack wish prefer rather story
""")
# How people take what they see.
REACTIONS = words("""
    nice lovely funny cute boring weird silly stupid joke kidding cool interesting strange ugly pretty
    beautiful expensive pricey steep cheap early quick smart
    clever impressive amazing awesome great wow lol question questions bot robot human machine advert
    banner google love luck dream keyboard signal wifi internet screen
""")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_TALK = words("""
    i me my mine you your yours u ur he she they not no none nobody don't dont do does did didn't
    doesn't won't can't cant ask asked tell told telling say said know known answer prefer rather pass
    skip next been will would should could gonna i'm i'd i'll i've im you're that's thats it's this
    please sorry why ugh meh what how when who never anything something anyone someone everything matter
    business care think guess sure maybe later
""")


def is_talk(text: str) -> bool:
    """Whether the text holds such a word: "you don't need that", "I'm gonna pass"."""
    return any(word in _TALK or word in ABOUT_TELLING for word in _WORD.findall(text.lower()))
