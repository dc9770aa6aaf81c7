"""Work that is done again and again."""

import asyncio

from bot.rounds import Rounds


async def test_a_round_that_fails_is_not_the_last_and_what_is_left_is_done_at_once() -> None:
    done: list[str] = []
    enough = asyncio.Event()

    async def go() -> bool:
        done.append("round")
        if len(done) == 1:
            raise OSError("The store is away.")
        if len(done) == 4:
            enough.set()
        return len(done) in {2, 3}

    rounds = Rounds("test", go, every_seconds=0.0)
    await rounds.start()
    async with asyncio.timeout(20):
        await enough.wait()
    await rounds.stop()
    assert len(done) >= 4


async def test_stopping_what_never_began_does_no_harm() -> None:
    async def go() -> None:
        raise AssertionError("never")

    await Rounds("test", go, every_seconds=0.0).stop()
