"""Texts by Twilio, with its own client in a thread and its errors told by name."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import requests
import structlog
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from leads.domain.delivery import DeliveryStatus
from leads.services.sms import NotSent, Refusal, SendResult, Sent, Sms

__all__ = ["TwilioSms"]

log = structlog.get_logger()

API = "https://api.twilio.com"
MOST_FOUND = 50

#: https://www.twilio.com/docs/api/errors
OPTED_OUT = frozenset({21610})
INVALID_NUMBER = frozenset({21211, 21614, 21266, 21268})  # not a number, no mobile, our own, premium rate
RATE_LIMITED = frozenset({20429})

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """Twilio's HTTP client, sending to another address than Twilio's: a proxy, or a simulator."""

    client: TwilioHttpClient
    base: str

    def request(self, method: str, url: str, **details: Any) -> Any:
        return self.client.request(method, url.replace(API, self.base, 1), **details)


class TwilioSms:
    """Sends from one number. `status_callback` is our address for delivery reports.

    Connecting and every wait for data take at most `timeout` seconds, a whole call at most twice as long.
    """

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        sender: str,
        status_callback: str,
        api_base: str = API,
        timeout: float = 8.0,
    ) -> None:
        self._sender = sender
        self._status_callback = status_callback
        self._longest = 2 * timeout
        http_client = _Elsewhere(TwilioHttpClient(timeout=timeout), api_base.rstrip("/"))
        # Named now: the client loads this part of itself at its first mention, which takes a while.
        self._messages = Client(account_sid, auth_token, http_client=http_client).messages

    async def send(self, sms: Sms) -> SendResult:
        """Create the message at Twilio."""
        created = await self._asked(lambda: self._create(sms))
        return created if isinstance(created, NotSent) else _sent(created)

    async def find(self, sms: Sms, *, since: datetime) -> SendResult | None:
        """Look for the same text to the same number among the newest."""
        messages = await self._asked(
            lambda: self._messages.list(to=sms.recipient, from_=self._sender, limit=MOST_FOUND)
        )
        if isinstance(messages, NotSent):
            return messages
        same = (message for message in messages if message.body == sms.text and message.date_created >= since)
        return next(map(_sent, same), None)

    def _create(self, sms: Sms) -> Any:
        return self._messages.create(
            to=sms.recipient, from_=self._sender, body=sms.text, status_callback=self._status_callback
        )

    async def _asked(self, call: Callable[[], Answer]) -> Answer | NotSent:
        try:
            async with asyncio.timeout(self._longest):
                return await asyncio.to_thread(call)
        except (TwilioRestException, TwilioServiceException) as error:
            log.warning("sms.refused", status=error.status, code=error.code)
            return NotSent(_refusal(error.status, error.code), error.code)
        except requests.ConnectTimeout:
            return NotSent(Refusal.TRANSIENT)
        except (requests.RequestException, TwilioException, TimeoutError) as error:
            log.warning("sms.no_answer", error=type(error).__name__)
            return NotSent(Refusal.UNCERTAIN)


def _sent(message: Any) -> Sent:
    known = message.status in set(DeliveryStatus)
    return Sent(message.sid, DeliveryStatus(message.status) if known else DeliveryStatus.ACCEPTED)


def _refusal(status: int, code: int) -> Refusal:
    if code in OPTED_OUT:
        return Refusal.OPTED_OUT
    if code in INVALID_NUMBER:
        return Refusal.INVALID_NUMBER
    if status == 429 or code in RATE_LIMITED:
        return Refusal.RATE_LIMITED
    if status in {401, 403, 503}:  # an account can be put right again, and a busy Twilio took nothing
        return Refusal.TRANSIENT
    return Refusal.UNCERTAIN if status >= 500 else Refusal.PERMANENT
