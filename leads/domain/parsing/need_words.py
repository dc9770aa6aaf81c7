"""Words that say nothing about what somebody needs."""

from leads.domain.parsing.tables import words

__all__ = ["NOT_FIRST", "NO_CONTENT"]

# What may be needed without being what we could solve: things, people, dates, sums, and ways to say it.
NO_CONTENT = words("""
    agree agreed agrees approve thumbs yours work job jobs employment convince persuade approves sign signs
    decide decides a an the and or
    but if
    then so to of
    for in on at by with from about around into up out off as than like it its that this these those
    them they there here some any anything something someone somebody nothing everything stuff thing
    things one ones two first second third last next other another more less most much many lot bit few
    all both it's that's i we me us my our you your he she his her be is are was were am been being do
    does did doing done have has had having will would can could should shall may might must need needs
    want wants get getting got go going goes live start started starting launch launched running run buy
    buying implement implemented implementing ready set place hurry now soon asap today tomorrow week
    weeks month months year years quarter day days end time within three four five six seven eight nine
    ten twelve couple product products service services tool solution monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november
    december budget money euro euros dollar dollars usd eur gbp pounds grand thousand million half under
    over between max maximum min minimum least roughly approx approximately maybe perhaps probably
    please thanks yes no not really very too also just only still already yet actually honestly well ok
    okay hi hello hey help question questions answer answers info information details demo price prices
    pricing cost costs quote trial call human person agent rep representative support decision approval
    permission approved signature signatures present leadership board maker committee director boss
    manager team talk speak chat know say tell ask think check see hear look discuss confirm wait stop
    quit leave back later test testing idea ideas sure lost confused right what how why when where who
    which again solutions email mail phone contact meeting slot appointment order way new good best
    can't don't dont im i'm ill privacy data? card account wanna gonna let lets try trying nope nah yeah
    yep none nada whatever reason
""")
NOT_FIRST = words("""
    talk speak chat ask check think know say tell stop quit leave wait hear discuss confirm unsubscribe
    cancel opt approval permission decision sign human person forward believe remind mention add clarify
    go
""")
