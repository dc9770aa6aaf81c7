"""What we count, for Prometheus."""

from prometheus_client import Counter

__all__ = ["FORGED_WEBHOOKS", "MESSAGES", "TURNS", "TURNS_FAILED"]

MESSAGES = Counter("bantam_messages", "Messages taken in, by channel.", ["channel"])
TURNS = Counter("bantam_turns", "Turns finished.")
TURNS_FAILED = Counter("bantam_turns_failed", "Turns that ended in an apology.")
FORGED_WEBHOOKS = Counter("bantam_forged_webhooks", "Webhooks refused for their signature.")
