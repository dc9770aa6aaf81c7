"""Who asks to be left alone, who asks to come back, and who only uses the same words."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.opt_out import OptKeyword, classify

HERE = Path(__file__).parent
HELD_OUT = {
    name: yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    for name in ("opt_out_held_out", "opt_out_held_out_2", "opt_out_held_out_3")
}
SAID = yaml.safe_load((HERE / "opt_out_said.yml").read_text("utf-8"))

CARRIER_WORDS = ("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT")


@pytest.mark.parametrize("word", CARRIER_WORDS)
@pytest.mark.parametrize(
    "dressed",
    [
        "{}",
        "{}.",
        " {} ",
        "{}!!",
        "“{}”",
        "'{}'",
        "({})",
        "{}?",
        "{}\n",
        "{} 🛑",
        "**{}**",
        "{} please",
        "{}, thanks",
    ],
)
def test_F35_the_carriers_words_stop_however_they_are_dressed(word: str, dressed: str) -> None:
    assert classify(dressed.format(word)) is OptKeyword.STOP
    assert classify(dressed.format(word.lower())) is OptKeyword.STOP


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("s.t.o.p", id="letter by letter"),
        pytest.param("ＳＴＯＰ", id="full width"),
        pytest.param("st\u200bop", id="zero-width space inside"),
        pytest.param("Stopppp", id="drawn out"),
        pytest.param("stop STOP stop", id="three times"),
        pytest.param("sotp", id="letters swapped"),
        pytest.param("unsuscribe", id="letter left out"),
        pytest.param("un-subscribe", id="hyphen"),
        pytest.param("remove", id="remove"),
        pytest.param("Arrêt !", id="French"),
        pytest.param("ARRÊTEZ", id="French, plural"),
        pytest.param("Alto.", id="Spanish"),
        pytest.param("baja por favor", id="Spanish, politely"),
        pytest.param("Stopp bitte", id="German, politely"),
        pytest.param("Chega!", id="Portuguese"),
        pytest.param("smettila", id="Italian"),
        pytest.param("afmelden", id="Dutch"),
        pytest.param("Стоп", id="Russian"),
        pytest.param("退订", id="Chinese"),
        pytest.param("수신거부", id="Korean"),
        pytest.param("إلغاء الاشتراك", id="Arabic"),
    ],
)
def test_F35_keywords_stop(text: str) -> None:
    assert classify(text) is OptKeyword.STOP


@pytest.mark.parametrize(
    "text",
    [
        "Hi, would you mind? Stop texting my phone.",
        "u need to quit messaging this line",
        "stop blowing up my phone",
        "stop with those alerts",
        "Stop this nonsense",
        "stop wrong person",
        "nope. stop.",
        "We bought elsewhere so stop texting",
        "I like you folks but no more messages",
        "I've told you before to stop",
        "make these texts stop",
        "y'all better stop texting",
        "your bot wont stop texting me",
        "if you don't stop texting me I will call my lawyer",
        "why don't you stop messaging us",
        "Don't message us anymore",
        "do not ever text this phone",
        "never ring this number again",
        "I don't wish to be messaged",
        "I dont wanna get ur msgs",
        "we no longer want to hear from you",
        "i didnt agree to be texted",
        "no msgs pls",
        "enough of these texts",
        "I am so tired of these messages",
        "drop me from your database",
        "scratch my number off the list",
        "pls delete my cell number",
        "remove us",
        "I want off your list",
        "loose my number",
        "my wife wants you to opt me out",
        "I want to opt out of your service",
        "can you unsubscribe us",
        "how to opt out?",
        "consent revoked",
        "You don't have my permission to contact me",
        "pls put me on ur dnc list",
        "leave us in peace",
        "get lost",
        "I'm blocking this number",
        "reported as spam",
        "this is harassment",
        "no me manden más textos",
        "deje de escribirme",
        "elimínenme de la lista",
        "N'envoyez plus de SMS",
        "ne m'écris plus",
        "Schreibt mir bitte nichts mehr",
        "Kontaktieren Sie mich nicht mehr",
        "não me envie mais nada",
        "non contattatemi mai più",
        "laat me met rust",
        "sluta skicka sms",
        "nie pisz do mnie",
        "больше не пишите",
        "mesaj atmayın",
        "不要再给我发短信",
    ],
)
def test_F35_plain_wishes_stop(text: str) -> None:
    assert classify(text) is OptKeyword.STOP


@pytest.mark.parametrize(
    "text",
    [
        "I'd stop by your office if that helps",
        "non stop growth",
        "we must stop double entry",
        "stop losing leads",
        "we want to stop sending texts",
        "we have to stop calling",
        "we want to stop paying for five tools",
        "stop sending invoices by hand",
        "my agency never stops emailing clients",
        "they keep asking us to stop calling them",
        "what do you do when somebody says stop texting me",
        "if I want to opt out later, can I?",
        "please don't stop texting me",
        "I did not mean to unsubscribe",
        "do not remove me from the list",
        "Stop, I want to talk to a person",
        "stop. wait, I meant 20k",
        "move my meeting, don't cancel it",
        "cancel the call on Friday",
        "Great. The pilot should end then. End of May works.",
        "our old contract will end soon",
        "we quit using it",
        "I had to quit early",
        "don't text me before 9",
        "please do not call me right now, I am driving",
        "no calls, text only",
        "don't email me, text me",
        "I don't want spam, what happens with my number?",
        "take me off the invite, my colleague goes",
        "take calls off our plate",
        "remove spam leads",
        "block unknown callers",
        "too many missed messages",
        "text messages",
        "spam",
        "can you delete my data",
        "we never text on Sundays",
        "contract signing",
        "no more than three seats",
        "no more spreadsheets",
        "3-4k monthly, no more",
        "I want out of this bot, human",
        "I get too many emails from my reps",
        "no quiero perder más clientes",
        "nous voulons arrêter Excel",
        "wir haben keine Zeit mehr",
        "quite",
        "Peru",
        "STOP 12345",
        "help me stop churn",
        "our reps stop reaching out after one try",
        "is there a fee if we want out",
    ],
)
def test_F35_ordinary_sentences_are_left_to_the_conversation(text: str) -> None:
    assert classify(text) is None
    assert classify(text, opted_out=True) is None


@pytest.mark.parametrize("text", ["START", "start.", "Unstop!", " start please ", "“START”"])
@pytest.mark.parametrize("opted_out", [True, False], ids=["opted out", "not opted out"])
def test_F36_start_always_starts(text: str, opted_out: bool) -> None:
    assert classify(text, opted_out=opted_out) is OptKeyword.START


@pytest.mark.parametrize(
    "text", ["YES", "yes!", "Yeah", "subscribe", "opt in", "resume please", "you can text me again"]
)
def test_F36_yes_starts_only_who_is_opted_out(text: str) -> None:
    assert classify(text) is None
    assert classify(text, opted_out=True) is OptKeyword.START


@pytest.mark.parametrize("text", ["HELP", "help?", "Info", "INFO!", "ayuda", "Hilfe", "aide"])
def test_F36_help_is_help(text: str) -> None:
    assert classify(text) is OptKeyword.HELP
    assert classify(text, opted_out=True) is OptKeyword.HELP


@pytest.mark.parametrize(
    "text", ["help me choose", "more info", "when can we start", "let's start", "yes please do that"]
)
def test_F36_other_words_are_no_keywords(text: str) -> None:
    assert classify(text) is None


@pytest.mark.parametrize("held_out", HELD_OUT.values(), ids=HELD_OUT.keys())
def test_F35_held_out_wishes_are_recognised(held_out: dict[str, list[str]]) -> None:
    missed = [text for text in held_out["opt_out"] if classify(text) is not OptKeyword.STOP]
    assert 1 - len(missed) / len(held_out["opt_out"]) >= 0.98, missed


@pytest.mark.parametrize("held_out", HELD_OUT.values(), ids=HELD_OUT.keys())
def test_F35_held_out_sentences_are_not_taken_for_wishes(held_out: dict[str, list[str]]) -> None:
    taken = [text for text in held_out["not_opt_out"] if classify(text) is OptKeyword.STOP]
    assert len(taken) / len(held_out["not_opt_out"]) <= 0.01, taken


def test_F35_no_wish_that_was_learned_is_forgotten() -> None:
    assert [text for text in SAID["opt_out"] if classify(text) is not OptKeyword.STOP] == []


def test_F35_no_sentence_that_was_learned_is_taken_for_a_wish() -> None:
    assert [text for text in SAID["not_opt_out"] if classify(text) is OptKeyword.STOP] == []


@given(st.text(max_size=400))
def test_any_text_is_read_without_trouble_and_the_same_in_any_case(text: str) -> None:
    assert classify(text) in {None, *OptKeyword}
    assert classify(f"  {text}\n") is classify(text)


@given(
    st.sampled_from(CARRIER_WORDS),
    st.lists(st.booleans(), min_size=11, max_size=11),
    st.text(alphabet=" .,!?…-–\"'“”()*_\n🛑👍", max_size=6),
)
def test_marks_and_case_do_not_change_a_keyword(word: str, lower: list[bool], marks: str) -> None:
    mixed = "".join(letter.lower() if low else letter for letter, low in zip(word, lower, strict=False))
    assert classify(marks + mixed + marks) is OptKeyword.STOP


@given(
    st.sampled_from(["by our office", "losing leads", "using Excel", "at the lobby", "over in Reno", "signs"])
)
def test_stop_with_an_object_of_its_own_is_a_sentence(rest: str) -> None:
    assert classify(f"we stop {rest}") is None
