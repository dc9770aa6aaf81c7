"""A visitor at a browser: what one sees of the widget, and does with it."""

import json
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

__all__ = ["Visitor"]


@dataclass(frozen=True)
class Visitor:
    """One tab with the widget on it."""

    page: Page

    @property
    def launcher(self) -> Locator:
        return self.page.locator("bantam-chat .launcher")

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox")

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def typing(self) -> Locator:
        return self.page.locator("bantam-chat .typing")

    def open(self) -> "Visitor":
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def say(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def choose(self, title: str) -> None:
        self.page.get_by_role("group").get_by_role("button", name=title).click()

    def sees(self, *texts: str) -> None:
        """The last bubbles, word for word and in order; the greeting is not counted."""
        expect(self.log.locator(".text")).to_have_text([self.greeting, *texts], use_inner_text=True)

    @property
    def greeting(self) -> str:
        return self.log.locator(".text").first.inner_text()

    def has_sent(self, text: str) -> None:
        """The message is with the server."""
        expect(self.log.locator(".visitor.sent", has_text=text)).to_have_count(1)

    def is_answered(self, text: str) -> None:
        """Something stands below the message."""
        after = self.log.locator(".visitor", has_text=text).last.locator("~ .bot")
        expect(after.first).to_be_visible(timeout=45_000)  # a killed turn is taken again after its lease
        expect(self.typing).to_be_hidden()

    @property
    def conversation(self) -> str:
        """What the server calls this visitor."""
        session = self.page.evaluate("localStorage.getItem(`bantam:${location.host}:session`)")
        conversation: str = json.loads(session)["conversation"]
        return conversation
