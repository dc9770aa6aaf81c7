"""Texts that go out: claimed at the last gate, handed to the carrier, and kept with what became of them."""

from dataclasses import dataclass, replace
from datetime import timedelta

from leads.domain.consent import Consent, ConsentState, Medium
from leads.domain.delivery import MAX_ATTEMPTS, DeliveryStatus, furthest, wait
from leads.domain.sms import split
from leads.services.core import Core
from leads.services.ports import OutboxItem, Work
from leads.services.sms import NotSent, Refusal, SendResult, Sent, Sms

__all__ = ["LEASE", "Claimed", "claim", "is_known", "record_status", "settle"]

KIND = "sms"
LEASE = timedelta(seconds=60)  # longer than a carrier may take to answer
OPTED_OUT_CODE = 21610
RECENT = 50


@dataclass(frozen=True, slots=True)
class Claimed:
    """A text that is ours to send now; `may_have_gone` when an earlier attempt ended without an answer."""

    item: OutboxItem
    sms: Sms
    may_have_gone: bool


def claim(core: Core, *, limit: int = 20) -> list[Claimed]:
    """Texts that are due, at most one to each number, ours until LEASE ends.

    This is the last gate: who opted out gets nothing, except the one reply to their keyword. Texts to one
    number leave in the order they were written: a younger one waits until the older are through.
    """
    with core.store.reading() as work:
        if not work.outbox.is_due(KIND, now=core.clock()):
            return []
    with core.store.writing() as work:
        now = core.clock()
        # A retried text is due later than younger ones; ids rise in the order of writing.
        due = work.outbox.claim(KIND, now=now, until=now + LEASE, limit=limit)
        items = sorted(due, key=lambda item: item.id)
        for number in sorted({item.recipient for item in items}):
            work.lock(f"texts:{number}")
        return [_claimed(item) for item in items if not (_is_blocked(work, item) or _is_held_up(work, item))]


def settle(core: Core, claimed: Claimed, result: SendResult, *, jitter: float) -> None:
    """Keep what the carrier said. What may pass later waits longer each time, spread by `jitter` (0 to 1)."""
    with core.store.writing() as work:
        tried = replace(claimed.item, attempts=claimed.item.attempts + 1)
        if isinstance(result, Sent):
            _keep_sent(core, work, tried, claimed.sms, result)
        elif result.refusal.may_pass and tried.attempts < MAX_ATTEMPTS:
            due_at = core.clock() + wait(tried.attempts, jitter)
            work.outbox.mark(replace(tried, state="pending", due_at=due_at, error=result.refusal))
        else:
            _keep_refused(core, work, tried, result)


def is_known(core: Core, provider_id: str) -> bool:
    """Whether one of our texts goes by this id already."""
    with core.store.reading() as work:
        return work.outbox.by_provider_id(provider_id) is not None


def record_status(core: Core, provider_id: str, status: DeliveryStatus, *, code: int | None) -> bool:
    """Keep a delivery report, once each; whether it was news. A message's status only moves forward."""
    with core.store.writing() as work:
        work.lock(f"sms:{provider_id}")
        error = None if code is None else str(code)
        is_news = work.outbox.record_status(provider_id, status, error=error, at=core.clock())
        item = work.outbox.by_provider_id(provider_id)
        if is_news and item is not None:
            work.outbox.mark(
                replace(item, status=_standing(work, provider_id, item), error=error or item.error)
            )
            if code == OPTED_OUT_CODE:
                _opt_out(core, work, item)
        return is_news


def _claimed(item: OutboxItem) -> Claimed:
    """The first message of a text that may be too long for one; `_keep_sent` sees to the rest."""
    first = "".join(split(item.body["text"])[:1])
    may_have_gone = item.state == "sending" or item.error == Refusal.UNCERTAIN
    return Claimed(item, Sms(item.recipient, first), may_have_gone)


def _is_blocked(work: Work, item: OutboxItem) -> bool:
    is_out = work.consents.in_force(Medium.SMS, item.recipient) is ConsentState.OPTED_OUT
    is_blocked = is_out and not item.body.get("to_keyword")
    if is_blocked:
        work.outbox.mark(replace(item, state="blocked", error=Refusal.OPTED_OUT))
    return is_blocked


def _is_held_up(work: Work, item: OutboxItem) -> bool:
    """Put an item back if an older text to the same number is still on its way."""
    older = [
        other.due_at
        for other in work.outbox.to_recipient(item.kind, item.recipient, limit=RECENT)
        if other.id < item.id and other.state in {"pending", "sending"}
    ]
    if older:
        work.outbox.mark(replace(item, state="pending", due_at=max(item.due_at, *older)))
    return bool(older)


def _keep_sent(core: Core, work: Work, item: OutboxItem, sms: Sms, sent: Sent) -> None:
    work.lock(f"sms:{sent.provider_id}")
    gone = replace(item, body={**item.body, "text": sms.text}, state="sent", error=None)
    kept = replace(gone, provider_id=sent.provider_id, status=sent.status)
    work.outbox.mark(replace(kept, status=_standing(work, sent.provider_id, kept)))
    rest = item.body["text"][len(sms.text) :]
    if rest.strip():
        now, body = core.clock(), {**item.body, "text": rest}
        later = replace(item, id=f"{item.id}+", key=f"{item.key}+", body=body, state="pending", attempts=0)
        work.outbox.add(replace(later, due_at=now, created_at=now, error=None))


def _keep_refused(core: Core, work: Work, item: OutboxItem, refused: NotSent) -> None:
    is_out = refused.refusal is Refusal.OPTED_OUT
    work.outbox.mark(replace(item, state="blocked" if is_out else "failed", error=refused.refusal))
    if is_out:
        _opt_out(core, work, item)


def _opt_out(core: Core, work: Work, item: OutboxItem) -> None:
    """The carrier knows of an opt-out: so do we from now on."""
    if work.consents.in_force(Medium.SMS, item.recipient) is ConsentState.OPTED_OUT:
        return
    work.consents.add(
        Consent(
            id=core.new_id(),
            medium=Medium.SMS,
            address=item.recipient,
            lead_id=item.lead_id,
            state=ConsentState.OPTED_OUT,
            wording=f"Refused by the carrier ({OPTED_OUT_CODE}).",
            channel="sms",
            at=core.clock(),
        )
    )


def _standing(work: Work, provider_id: str, item: OutboxItem) -> str | None:
    """The furthest of what the item knows and of all reports, in the order they came."""
    known = [item.status] if item.status else []
    return furthest(DeliveryStatus(status) for status in (*known, *work.outbox.statuses(provider_id)))
