"""The SQLite file of finished leads, one row for each sender."""

import os
import sqlite3
from contextlib import closing

_LEADS = os.environ["STOCK_LEADS"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS leads (
    sender TEXT PRIMARY KEY,
    need TEXT NOT NULL,
    timeframe TEXT NOT NULL,
    timeframe_days INTEGER NOT NULL,
    budget_amount INTEGER NOT NULL,
    budget_currency TEXT NOT NULL,
    authority TEXT NOT NULL,
    saved_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
)
"""

_SAVE = """
INSERT OR REPLACE INTO leads
    (sender, need, timeframe, timeframe_days, budget_amount, budget_currency, authority)
VALUES
    (:sender, :need, :timeframe, :timeframe_days, :budget_amount, :budget_currency, :authority)
"""


def create() -> None:
    with closing(sqlite3.connect(_LEADS)) as connection, connection:
        connection.execute(_SCHEMA)


def save(**lead: object) -> None:
    with closing(sqlite3.connect(_LEADS)) as connection, connection:
        connection.execute(_SAVE, lead)
