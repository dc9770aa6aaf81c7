"""Choosing among the variants of a response, and filling it in. Values go in as they are: text is text."""

import re
from collections.abc import Mapping
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.trackers import DialogueStateTracker

__all__ = ["Wording"]

PLACEHOLDER = re.compile(r"\{(\w+)\}")

Response = dict[str, Any]


class Wording(NaturalLanguageGenerator):
    """The responses of the domain. Rasa's own generator picks at random, and formats what visitors typed."""

    def __init__(self, responses: Mapping[str, list[Response]]) -> None:
        self._responses = responses

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, _output_channel: str, **params: Any
    ) -> Response | None:
        """The response of this key; `variant` counts through its variants, else the turn does."""
        turn = (tracker.latest_message.metadata or {}).get("seq", 0) if tracker.latest_message else 0
        variant = params.pop("variant", turn)
        response = self.say(utter_action, variant=variant, params=params)
        return response and response | {"others": self._others(utter_action, variant, params)}

    def say(self, key: str, *, variant: int = 0, params: Mapping[str, Any] | None = None) -> Response | None:
        """The given variant (they go round), with its placeholders filled; None for an unknown key."""
        variants = self._responses.get(key)
        if not variants:
            return None
        chosen = variants[variant % len(variants)]
        return {name: _fill(part, params or {}) for name, part in chosen.items()}

    def _others(self, key: str, variant: int, params: Mapping[str, Any]) -> list[str]:
        """The other ways to say it, for when this one was heard often enough."""
        variants = self._responses.get(key, ())
        turned = (variants[(variant + step) % len(variants)] for step in range(1, len(variants)))
        return [_fill(other["text"], params) for other in turned]

    def text(self, key: str) -> str:
        """The words of a response with one wording. Raises KeyError when the domain has no such response."""
        return str(self._responses[key][0]["text"])

    def variants(self, key: str) -> int:
        """How many ways there are to say it."""
        return len(self._responses.get(key, ()))


def _fill(part: Any, params: Mapping[str, Any]) -> Any:
    if isinstance(part, str):
        return PLACEHOLDER.sub(lambda match: str(params.get(match[1], match[0])), part)
    if isinstance(part, list):
        return [_fill(item, params) for item in part]
    if isinstance(part, dict):
        return {name: _fill(item, params) for name, item in part.items()}
    return part
