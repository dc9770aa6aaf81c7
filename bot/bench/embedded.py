"""Bantam inside a host program, one process and no HTTP: a request a line in, its answer a line out."""

import asyncio
import json
import secrets
import sys
import uuid
from collections.abc import Mapping
from pathlib import Path

from bot.api.shapes import Json, lead_shape
from bot.bootstrap import Product, build
from bot.cli.first_run import find_project
from bot.quiet import configure_logging
from bot.training import model_path
from leads.adapters.passwords import hash_password
from leads.domain.lead import Channel
from leads.services import inbox
from leads.services.core import Core
from leads.services.team import found_team
from leads.services.views import view
from leads.settings import Settings

__all__ = ["main"]


def main() -> None:
    """Load the trained model and the settings' store, say so in a first line, and answer until input ends."""
    configure_logging()
    settings = Settings(project=find_project(Path.cwd()))
    product = build(settings, model_path(settings.project, settings.var))
    # As `bantam up` does: with nobody to meet, a hot lead would cost less than it does in use.
    found_team(product.core, hash_password=hash_password, password=secrets.token_urlsafe())
    asyncio.run(_serve(product))


async def _serve(product: Product) -> None:
    requests = await _standard_input()
    await product.taker.start()
    _write("ready")
    while line := await requests.readline():
        _write(await _answer(product, json.loads(line)))
    await product.taker.stop()


async def _answer(product: Product, request: Mapping[str, str]) -> Json | list[str] | None:
    if "text" in request:
        return await _take_turn(product, sender=request["sender"], text=request["text"])
    return await asyncio.to_thread(_lead, product.core, request["sender"])


async def _take_turn(product: Product, *, sender: str, text: str) -> list[str]:
    """Do what the REST channel does between a request and its response."""
    inbound = inbox.Inbound(channel=Channel.REST, external_id=uuid.uuid4().hex, sender=sender, text=text)
    accepted = await asyncio.to_thread(inbox.accept, product.core, inbound)
    return [message.text for message in await product.taker.replies(accepted)]


def _lead(core: Core, sender: str) -> Json | None:
    with core.store.reading() as work:
        conversation = work.conversations.by_sender(Channel.REST, sender)
    if conversation is None:
        return None
    return lead_shape(view(core, conversation.lead_id))


async def _standard_input() -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer
    )
    return reader


def _write(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
