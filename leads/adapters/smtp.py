"""E-mail through an SMTP server (RFC 5321), or into a folder where there is none."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from leads.adapters.clock import utc_now
from leads.services.mail import Mail, NotMailed

__all__ = ["BadMailSettings", "MailFolder", "Smtp", "message"]

TIMEOUT = 10.0  # seconds, for each step
PORTS = {"smtp": 587, "smtps": 465}


class BadMailSettings(Exception):
    """The mail server or the sender is not written as it should be; the text says how."""


class Smtp:
    """Sends through one server: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte.

    With `smtp` the connection is encrypted when the server can; a password is never sent without.
    Raises BadMailSettings.
    """

    def __init__(self, url: str, *, sender: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise BadMailSettings("A mail server is written smtp://user:password@host:port.")
        self._is_tls = parts.scheme == "smtps"
        self._host, self._port = parts.hostname, parts.port or PORTS[parts.scheme]
        self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
        self._sender = _address(sender)

    def send(self, mail: Mail) -> NotMailed | None:
        """Hand the mail over. What the server calls temporary (4xx), and a lost connection, may pass."""
        try:
            made = message(mail, sender=self._sender)
        except ValueError as fault:
            return NotMailed(str(fault), may_pass=False)
        try:
            with self._session() as session:
                session.send_message(made)
        except smtplib.SMTPRecipientsRefused as refused:
            (code, why), *_ = refused.recipients.values()
            return _refusal(code, why)
        except smtplib.SMTPResponseException as refused:
            return _refusal(refused.smtp_code, refused.smtp_error)
        except smtplib.SMTPNotSupportedError as refused:
            return NotMailed(str(refused), may_pass=False)
        except (smtplib.SMTPException, OSError) as failure:
            return NotMailed(str(failure) or type(failure).__name__, may_pass=True)
        return None

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        trusted = ssl.create_default_context()
        if self._is_tls:
            session: smtplib.SMTP = smtplib.SMTP_SSL(self._host, self._port, timeout=TIMEOUT, context=trusted)
        else:
            session = smtplib.SMTP(self._host, self._port, timeout=TIMEOUT)
        with session:
            session.ehlo()
            if not self._is_tls and (self._user or session.has_extn("starttls")):
                session.starttls(context=trusted)
                session.ehlo()
            if self._user:
                session.login(self._user, self._password)
            yield session


class MailFolder:
    """Lays every mail into a folder, to be opened with a mail program."""

    def __init__(self, folder: Path, *, sender: str) -> None:
        self._folder = folder
        self._sender = _address(sender)

    def send(self, mail: Mail) -> NotMailed | None:
        """Write it down."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{mail.id}.eml").write_bytes(bytes(message(mail, sender=self._sender)))
        except (OSError, ValueError) as failure:
            return NotMailed(str(failure), may_pass=isinstance(failure, OSError))
        return None


def message(mail: Mail, *, sender: Address) -> EmailMessage:
    """The mail as it goes over the wire: text, and a calendar's invitation beside it where there is one.

    Raises ValueError for what would break out of its header.
    """
    made = EmailMessage(policy=WIRE)
    made["From"] = sender
    made["To"] = mail.recipient
    made["Subject"] = mail.subject
    made["Date"] = format_datetime(utc_now())
    made["Message-ID"] = f"<{mail.id}@{sender.domain}>"
    made["Auto-Submitted"] = "auto-generated"
    if mail.reply_to:
        made["Reply-To"] = mail.reply_to
    made.set_content(mail.text)
    if mail.calendar is not None:
        # Mail programs answer an invitation that stands beside the text; others take the file.
        asked = {"method": mail.calendar_method, "charset": "utf-8"}
        made.add_alternative(mail.calendar, maintype="text", subtype="calendar", params=asked)
        made.add_attachment(mail.calendar, maintype="application", subtype="ics", filename="meeting.ics")
    return made


def _refusal(code: int, why: bytes | str) -> NotMailed:
    said = why.decode(errors="replace") if isinstance(why, bytes) else why
    return NotMailed(f"{code} {said}", may_pass=400 <= code < 500)


def _address(sender: str) -> Address:
    name, spec = parseaddr(sender)
    try:
        return Address(display_name=name, addr_spec=spec)
    except (ValueError, IndexError) as fault:
        raise BadMailSettings("The sender of mails is written Name <name@example.com>.") from fault
