"""Another process holds SQLite's write lock: nobody sees an error, and the server keeps answering."""

import sqlite3
import threading
import time
from pathlib import Path

import httpx

from tests.support.served import Served


def test_F06_a_locked_store_delays_writers_and_nothing_else(served: Served) -> None:
    served.start()
    served.say("ana", "hello", message_id="m1")
    is_locked = threading.Event()

    def hold_the_lock() -> None:
        connection = sqlite3.connect(Path(served.folder) / "bantam.sqlite3", timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        is_locked.set()
        time.sleep(8)
        connection.rollback()
        connection.close()

    holder = threading.Thread(target=hold_the_lock)
    holder.start()
    is_locked.wait()
    answers: list[list[dict[str, object]]] = []
    writer = threading.Thread(
        target=lambda: answers.append(served.say("ben", "we need better leads", message_id="m1"))
    )
    writer.start()
    looked = 0
    while holder.is_alive():  # the event loop is free all the while: nothing here waits for the lock
        assert httpx.get(f"{served.url}/healthz", timeout=5).status_code == 200
        assert served.lead("ana")["conversation"]["state"] == "bot"
        looked += 1
        time.sleep(0.1)
    writer.join(timeout=30)
    assert looked > 10
    assert answers
    assert answers[0]
    assert "database is locked" not in served.log.read_text()
