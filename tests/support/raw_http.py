"""HTTP by hand, for requests that no client would send."""

import asyncio
from dataclasses import dataclass

__all__ = ["RawResponse", "ask"]


@dataclass(frozen=True, slots=True)
class RawResponse:
    """A response as it came, with the names of its headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


async def ask(url: str, *lines: bytes, body: bytes = b"") -> RawResponse:
    """What the server says to these lines of a request, and closes the connection after."""
    host, _, port = url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"\r\n".join([*lines, b"Host: localhost", b"Connection: close", b"", body]))
    async with asyncio.timeout(20):
        head, _, content = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    first, *fields = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (field.partition(": ") for field in fields)}
    return RawResponse(int(first.split()[1]), headers, content)
