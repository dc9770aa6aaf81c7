"""Properties are checked without a time limit: a slow machine is not a wrong answer."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
