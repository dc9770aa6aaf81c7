"""Mails through a real SMTP server, and into a folder."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from leads.adapters.smtp import BadMailSettings, MailFolder, Smtp
from leads.services.mail import Mail
from tests.support.mail import MailServer

SENDER = "Bantam of Acme <bantam@acme.example>"
ANA = "ana@example.org"
INVITATION = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def mail(**changes: object) -> Mail:
    details = {"id": "m1", "recipient": ANA, "subject": "Hello", "text": "Héllo,\n\nsee you – soon.\n"}
    return Mail(**(details | changes))  # type: ignore[arg-type]


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture
def smtp(server: MailServer) -> Smtp:
    return Smtp(server.url, sender=SENDER)


def test_a_mail_arrives_as_it_was_written(smtp: Smtp, server: MailServer) -> None:
    assert smtp.send(mail(reply_to="robin@acme.example")) is None
    (arrived,) = server.mails
    assert arrived["From"] == SENDER
    assert arrived["To"] == ANA
    assert arrived["Reply-To"] == "robin@acme.example"
    assert arrived["Message-ID"] == "<m1@acme.example>"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["Date"].datetime.tzinfo is not None
    assert arrived.get_content().replace("\r\n", "\n") == "Héllo,\n\nsee you – soon.\n"


def test_an_invitation_stands_beside_the_text_and_is_a_file_too(smtp: Smtp, server: MailServer) -> None:
    assert smtp.send(mail(calendar=INVITATION)) is None
    (arrived,) = server.mails
    text = arrived.get_body(preferencelist=("plain",))
    assert text is not None
    assert text.get_content().startswith("Héllo")
    beside = next(part for part in arrived.walk() if part.get_content_type() == "text/calendar")
    assert beside.get_param("method") == "REQUEST"
    assert beside.get_payload(decode=True) == INVITATION
    (file,) = arrived.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("meeting.ics", INVITATION)


@pytest.mark.parametrize("field", ["subject", "reply_to", "recipient"])
def test_nobody_writes_headers_of_their_own(server: MailServer, smtp: Smtp, field: str) -> None:
    failure = smtp.send(mail(**{field: "a@b.example\r\nBcc: everybody@example.com"}))
    assert failure is not None
    assert not failure.may_pass
    assert server.mails == []


@pytest.mark.parametrize(("answer", "may_pass"), [("451 try again later", True), ("554 no thank you", False)])
def test_a_refusal_says_whether_it_may_pass(
    smtp: Smtp, server: MailServer, answer: str, may_pass: bool
) -> None:
    server.refusals.append(answer)
    failure = smtp.send(mail())
    assert failure is not None
    assert (failure.why, failure.may_pass) == (answer, may_pass)
    assert smtp.send(mail()) is None


def test_a_server_that_is_away_may_come_back() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        failure = Smtp(f"smtp://127.0.0.1:{taken.getsockname()[1]}", sender=SENDER).send(mail())
    assert failure is not None
    assert failure.may_pass


def test_a_password_is_not_sent_in_the_clear(server: MailServer) -> None:
    with_password = server.url.replace("smtp://", "smtp://ana:secret@")
    failure = Smtp(with_password, sender=SENDER).send(mail())
    assert failure is not None
    assert not failure.may_pass
    assert server.mails == []


@pytest.mark.parametrize("url", ["mail.example.com", "http://mail.example.com", "smtp://", "smtp:mail"])
def test_a_server_that_is_written_wrongly_is_named(url: str) -> None:
    with pytest.raises(BadMailSettings, match="smtp://user:password@host:port"):
        Smtp(url, sender=SENDER)


@pytest.mark.parametrize("sender", ["", "nobody", "Bantam <>"])
def test_a_sender_that_is_written_wrongly_is_named(sender: str) -> None:
    with pytest.raises(BadMailSettings, match=r"Name <name@example\.com>"):
        Smtp("smtp://mail.example.com", sender=sender)


def test_without_a_server_mails_are_laid_into_a_folder(tmp_path: Path) -> None:
    assert MailFolder(tmp_path / "mail", sender=SENDER).send(mail(calendar=INVITATION)) is None
    kept = message_from_bytes((tmp_path / "mail" / "m1.eml").read_bytes(), policy=policy.default)
    assert isinstance(kept, EmailMessage)
    assert kept["To"] == ANA


def test_a_folder_that_cannot_be_written_may_pass(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file is in the way")
    failure = MailFolder(tmp_path / "mail", sender=SENDER).send(mail())
    assert failure is not None
    assert failure.may_pass
