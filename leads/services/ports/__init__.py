"""What the use cases need from the outside: a store, a clock, ids. Adapters implement these."""

from leads.services.ports.desk import Bookings, Handoffs, Reps, Session, Sessions
from leads.services.ports.leads import Erasing, FactRecords, LeadFilter, Leads, Outcomes, Sightings
from leads.services.ports.scoring import Alarms, Calibrations, ScoringVersions, Statistics
from leads.services.ports.sending import Consents, Outbox, OutboxItem
from leads.services.ports.surroundings import Clock, NewId, Nowhere, Places
from leads.services.ports.talks import Conversations, Dialogue, Dialogues, Effects, Inbox, InboxItem
from leads.services.ports.work import Idempotency, Remembered, Store, Work

__all__ = [
    "Alarms",
    "Bookings",
    "Calibrations",
    "Clock",
    "Consents",
    "Conversations",
    "Dialogue",
    "Dialogues",
    "Effects",
    "Erasing",
    "FactRecords",
    "Handoffs",
    "Idempotency",
    "Inbox",
    "InboxItem",
    "LeadFilter",
    "Leads",
    "NewId",
    "Nowhere",
    "Outbox",
    "OutboxItem",
    "Outcomes",
    "Places",
    "Remembered",
    "Reps",
    "ScoringVersions",
    "Session",
    "Sessions",
    "Sightings",
    "Statistics",
    "Store",
    "Work",
]
