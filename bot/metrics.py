"""What we count, for Prometheus."""

from prometheus_client import Counter, Gauge

__all__ = ["FORGED_WEBHOOKS", "FORGOTTEN", "MESSAGES", "TURNS", "TURNS_FAILED"]

MESSAGES = Counter("bantam_messages", "Messages taken in, by channel.", ["channel"])
TURNS = Counter("bantam_turns", "Turns finished.")
TURNS_FAILED = Counter("bantam_turns_failed", "Turns that ended in an apology.")
FORGED_WEBHOOKS = Counter("bantam_forged_webhooks", "Webhooks refused for their signature.")
FORGOTTEN = Gauge("bantam_forgotten_leads", "Leads without owner, timer or reason: always 0 after a sweep.")
