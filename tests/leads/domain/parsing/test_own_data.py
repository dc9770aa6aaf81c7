"""Asking what we know about oneself, in many voices, and what only sounds like it."""

import pytest

from leads.domain.parsing.own_data import asks_what_we_know

ASKED = (
    "what do you know about me",
    "What do you know about me?",
    "so what exactly do u know bout me??",
    "what info have you got on me",
    "what data do you store about me",
    "Which data do you hold about my person?",
    "can you show me what you have stored about me",
    "show me my data",
    "i want to see my data pls",
    "Could you tell me what you've written down about me so far?",
    "what have i told you so far",
    "what did I tell you again?",
    "I'd like a copy of my personal data",
    "list everything you have on me",
    "what have you noted about us",
    "whats saved about me",
    "what is stored about me",
    "please send me all information you hold about me under GDPR art. 15",
    "how can I see what you have stored about me",
    "tell me everything you know about me",
    "what do you remember about me?",
    "which of my answers did you keep",
    "what details of mine do you have",
    "where can i view my information",
    "what do you actually have on file about me",
    "give me my stored details",
    "do you know anything about me?",
    "what have you learned about us until now",
    "wat do you know about me",
    "whats my info you got",
    "remind me what I've told you",
    "could i see a summary of my answers",
    "what did you save from this chat about me",
    "tell me what you know of me",
    "I want to know what you have on me",
    "so you know my budget, what else do you know about me?",
    "list my details please",
    "what personal data have you collected about me",
    "what's on record about me",
)
NOT_ASKED = (
    "what do you know about my industry",
    "what do you have for companies like us",
    "we lose data about our customers",
    "I know nothing about you",
    "what do you know about manufacturing",
    "tell me about you",
    "what can you tell me about pricing",
    "do you sell my data",
    "is my data safe with you",
    "we want to see our data in one place",
    "show me the dashboard",
    "our data is stored on old servers and nobody knows what we have",
    "what do you want to know about me",
    "ask me what you want to know",
    "you know what I mean",
    "please delete my data",
    "We need to know who has our files",
    "I told you so",
    "what do you know about our competitors",
    "we keep data about us in excel",
    "do you have anything on monday",
    "what have you got on offer",
    "which crm do you have on board",
    "what does it say about me if I buy",
    "I told you what we need",
    "show me my options",
    "send me my invoice",
    "what do you think about us meeting tuesday",
    "can you send me my login details",
    "do you keep notes about me-too products",
    "we hold all information about us and our clients in sharepoint",
)


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_what_we_know_is_understood(text: str) -> None:
    assert asks_what_we_know(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert not asks_what_we_know(text)
