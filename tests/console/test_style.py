"""The style sheets: readable in both schemes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEETS = {
    "console": ROOT / "console" / "static" / "console.css",
    "meeting": ROOT / "bot" / "server" / "meeting_pages" / "meeting.css",
}
#: Text and what it stands on; AA asks for 4.5.
TEXTS = {
    "console": [
        *(
            (text, ground)
            for text in ("ink", "soft")
            for ground in ("paper", "panel", "wash", "best", "visitor", "bot", "rep")
        ),
        *((text, ground) for text in ("hot", "warm", "cold") for ground in ("wash", "panel")),
        *((text, ground) for text in ("good", "bad") for ground in ("panel", "wash")),
        ("on-ember", "ember"),
        ("paper", "ink"),
    ],
    "meeting": [
        *((text, ground) for text in ("ink", "soft") for ground in ("paper", "card")),
        ("good", "paper"),
        ("bad", "paper"),
        ("on-ember", "ember"),
    ],
}
#: What must be made out without being text: AA asks for 3.
EDGES = {
    "console": [
        ("strong-line", "panel"),
        ("strong-line", "paper"),
        ("hot", "best"),
        ("warm", "paper"),
        ("cold", "paper"),
    ],
    "meeting": [("edge", "card")],
}


def colours(sheet: str, scheme: str) -> dict[str, str]:
    text = SHEETS[sheet].read_text()
    light, dark = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (EDGES, 3.0)], ids=["texts", "edges"])
def test_contrast(sheet: str, scheme: str, pairs: dict[str, list[tuple[str, str]]], least: float) -> None:
    named = colours(sheet, scheme)
    weak = {
        (over, ground): round(contrast(named[over], named[ground]), 2)
        for over, ground in pairs[sheet]
        if contrast(named[over], named[ground]) < least
    }
    assert not weak
