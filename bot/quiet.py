"""Logging, set up before Rasa is imported: events with fields, no personal data, none of its chatter."""

import logging
import os
import sys
import warnings

import structlog

__all__ = ["configure_logging"]

NOISY = ("rasa", "rasa_sdk", "tensorflow", "matplotlib", "sanic.access", "apscheduler", "alembic", "twilio")


def configure_logging(*, level: int = logging.INFO) -> None:
    """Ours at `level` on standard error; libraries only when something is wrong."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("ignore", module=r"(rasa|tensorflow|sanic|pkg_resources)")
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
