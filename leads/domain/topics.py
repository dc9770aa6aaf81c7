"""What Bantam asks about. The names are the contract's `conversation.asking`, and the Rasa slots."""

from enum import StrEnum

__all__ = ["BANT", "CONTACT", "FIRMOGRAPHIC", "Topic"]


class Topic(StrEnum):
    """One thing a prospect can be asked, in the order we would ask when nothing else decides."""

    NEED = "need"
    CURRENT_SOLUTION = "current_solution"
    TIMEFRAME = "timeframe"
    BUDGET = "budget"
    AUTHORITY = "authority"
    ROLE = "role"
    COMPANY = "company"
    EMPLOYEES = "employees"
    INDUSTRY = "industry"
    COUNTRY = "country"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CONSENT = "consent"
    SLOT = "slot"


BANT = (Topic.BUDGET, Topic.AUTHORITY, Topic.NEED, Topic.TIMEFRAME)
FIRMOGRAPHIC = (Topic.ROLE, Topic.COMPANY, Topic.EMPLOYEES, Topic.INDUSTRY, Topic.COUNTRY)
CONTACT = (Topic.NAME, Topic.EMAIL, Topic.PHONE)
