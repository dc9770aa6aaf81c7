"""Letters in words, from the templates beside this file: first the subject on a line, then what is read."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from leads.adapters.ics import Party, calendar_file, calendar_method
from leads.domain.booking import Booking
from leads.domain.lead import Lead
from leads.domain.rep import Rep
from leads.domain.telling import LABELS, in_words
from leads.domain.topics import BANT, Topic
from leads.domain.when import WhenStyle, render_when
from leads.services.mail import About, Letter, Mail, Side

__all__ = ["Letters", "invitation"]

TOLD = (*BANT, Topic.CURRENT_SOLUTION, Topic.ROLE, Topic.EMPLOYEES, Topic.INDUSTRY, Topic.COUNTRY)

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=False,  # noqa: S701 - plain text: nothing in it is read as markup
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Letters:
    """Writes every letter; each occasion has a template for each side that hears of it."""

    def write(self, letter: Letter) -> Mail:
        """The letter in words, with the meeting's invitation where there is a meeting."""
        about = letter.about
        subject, text = _worded(f"{letter.occasion}_{letter.side}.txt", _values(letter))
        mail = Mail(id=letter.id, recipient=letter.recipient, subject=subject, text=text)
        if about.booking is None or about.rep is None:
            return mail
        return Mail(
            id=letter.id,
            recipient=letter.recipient,
            subject=subject,
            text=text,
            reply_to=about.rep.email if letter.side is Side.PROSPECT else about.lead.email,
            calendar=invitation(
                about.booking, rep=about.rep, lead=about.lead, link=about.link, stamp=letter.at
            ),
            calendar_method=calendar_method(about.booking),
        )


def invitation(booking: Booking, *, rep: Rep, lead: Lead, link: str, stamp: datetime) -> bytes:
    """The meeting as an iCalendar file, or its cancellation; `link` is where its reader can change it."""
    summary, description = _worded("invitation.txt", {"rep": rep.name, "link": link})
    return calendar_file(
        booking,
        organizer=Party(rep.name, rep.email),
        attendee=Party(lead.name or "", lead.email) if lead.email else None,
        summary=summary,
        description=description,
        stamp=stamp,
    )


def _worded(template: str, values: Mapping[str, Any]) -> tuple[str, str]:
    subject, _, text = _templates.get_template(template).render(values).partition("\n")
    return " ".join(subject.split()), text.strip() + "\n"


def _values(letter: Letter) -> dict[str, Any]:
    about = letter.about
    return {
        "lead": _one_line(about.lead.name),
        "company": _one_line(about.lead.company),
        "rep": about.rep.name if about.rep else "",
        "link": about.link,
        "reason": about.handoff.reason if about.handoff else "",
        "scores": about.lead,
        "told": list(_told(about)),
        **_when(letter),
    }


def _when(letter: Letter) -> dict[str, str]:
    """The meeting's time, in the zone of whoever reads it."""
    booking, rep = letter.about.booking, letter.about.rep
    if booking is None or rep is None:
        return {}
    zone = booking.timezone if letter.side is Side.PROSPECT else rep.timezone
    return {
        "when": render_when(booking.start, zone, end=booking.end, style=WhenStyle.RECORD),
        "day": render_when(booking.start, zone, style=WhenStyle.BUTTON),
    }


def _told(about: About) -> Iterator[tuple[str, str, str]]:
    """Topic, what it means to us, and their own words."""
    for topic in TOLD:
        answer = about.facts.answers.get(topic)
        if answer is not None and answer.value is not None:
            yield LABELS[topic].capitalize(), in_words(answer.value), _one_line(answer.text)


def _one_line(text: str | None) -> str:
    """Their text on one line, without control characters."""
    spaced = " ".join((text or "").split())
    return "".join(character for character in spaced if unicodedata.category(character)[0] != "C")
