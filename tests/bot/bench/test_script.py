from bot.bench.script import EXPECTED, SCRIPT


def test_the_script_has_ten_different_turns() -> None:
    assert len(SCRIPT) == len(set(SCRIPT)) == 10


def test_what_the_lead_must_hold_was_said() -> None:
    assert EXPECTED.need in SCRIPT
    assert EXPECTED.timeframe in SCRIPT
    assert any(str(EXPECTED.budget) in text for text in SCRIPT)
