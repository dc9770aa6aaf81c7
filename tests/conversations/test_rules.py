"""Whatever is said, there is a rule for it: with a question open and without, and when the questions end."""

from collections.abc import Sequence

import pytest
from rasa.core.policies.ensemble import DefaultPolicyPredictionEnsemble
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.importers.importer import TrainingDataImporter

from leads.services.spoken import ASIDES

FORM = "qualification_form"
LISTEN = "action_listen"

START: list[Event] = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted(LISTEN)]
QUESTION_OPEN: list[Event] = [
    *START,
    UserUttered("hi", {"name": "greet"}),
    ActionExecuted("action_greet"),
    ActionExecuted(FORM),
    ActiveLoop(FORM),
    SlotSet("requested_slot", "need"),
    ActionExecuted(LISTEN),
]
QUESTIONS_OVER: list[Event] = [
    *QUESTION_OPEN,
    UserUttered("by June", {"name": "inform"}),
    ActionExecuted(FORM),
    SlotSet("requested_slot", None),
    ActiveLoop(None),
    ActionExecuted(LISTEN),
]
REPLIES = {
    "faq": "utter_faq",
    "why_ask": "action_explain_question",
    "ask_human": "action_hand_over",
    "cancel_meeting": "action_cancel_meeting",
    "change_meeting": "action_change_meeting",
    "thanks": "utter_thanks",
    "goodbye": "utter_goodbye",
    "stop": "utter_left_alone",
    "small_talk": "utter_small_talk",
    "insult": "utter_insult",
    "other_language": "utter_other_language",
}
UNASKED = REPLIES | {"greet": "action_greet", "repeat": "utter_repeat_nothing"}
ASKED = REPLIES | {"greet": "utter_greet_again", "repeat": "utter_repeat"}
INTENTS = sorted(
    {
        *UNASKED,
        "affirm",
        "book_meeting",
        "correct",
        "decline",
        "deny",
        "dont_know",
        "inform",
        "nlu_fallback",
        "out_of_scope",
    }
)


class Dialogue:
    """The rules of the project, and the form as it behaves: it rejects asides, and goes on or ends."""

    def __init__(self, policy: RulePolicy, domain: Domain) -> None:
        self._policy = policy
        self._domain = domain
        self._ensemble = DefaultPolicyPredictionEnsemble()

    def actions_after(self, history: Sequence[Event], intent: str, *, is_last: bool) -> list[str]:
        """What happens until the bot listens again; `is_last` says that no question is left."""
        said = UserUttered("…", {"name": intent})
        tracker = DialogueStateTracker.from_events(
            "visitor", [*history, said], slots=self._domain.slots, domain=self._domain
        )
        done: list[str] = []
        while not done or done[-1] not in {LISTEN, "action_default_fallback"}:
            name = self._next(tracker)
            if name == FORM and self._is_rejecting(tracker, intent):
                tracker.update(ActionExecutionRejected(FORM), self._domain)
                continue
            done.append(name)
            assert len(done) < 6, done
            tracker.update(ActionExecuted(name), self._domain)
            if name == FORM:
                tracker.update(ActiveLoop(None if is_last else FORM), self._domain)
        return done

    def _next(self, tracker: DialogueStateTracker) -> str:
        prediction = self._policy.predict_action_probabilities(tracker, self._domain)
        best = self._ensemble.combine_predictions([prediction], tracker, self._domain)
        tracker.update_with_events(best.events, self._domain)
        index = best.probabilities.index(best.max_confidence)
        return str(self._domain.action_names_or_texts[index])

    @staticmethod
    def _is_rejecting(tracker: DialogueStateTracker, intent: str) -> bool:
        is_open = tracker.active_loop_name == FORM and tracker.latest_action_name == LISTEN
        return is_open and intent in ASIDES and not tracker.is_active_loop_rejected


@pytest.fixture(scope="session")
def dialogue(
    project: TrainingDataImporter, domain: Domain, tmp_path_factory: pytest.TempPathFactory
) -> Dialogue:
    rules = TrainingDataGenerator(project.get_stories(), domain, augmentation_factor=0).generate()
    policy = RulePolicy.create(
        RulePolicy.get_default_config(),
        LocalModelStorage(tmp_path_factory.mktemp("rules")),
        Resource("rules"),
        ExecutionContext(GraphSchema({})),
    )
    policy.train(rules, domain)
    return Dialogue(policy, domain)


def test_these_are_all_intents(domain: Domain) -> None:
    built_in = {"back", "restart", "session_start"}

    assert set(domain.intents) - built_in == set(INTENTS)
    assert set(UNASKED) == set(ASKED) == ASIDES


@pytest.mark.parametrize("is_last", [False, True], ids=["a-question-is-left", "no-question-is-left"])
@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize(
    ("history", "replies"),
    [
        pytest.param(START, UNASKED, id="at-the-start"),
        pytest.param(QUESTION_OPEN, ASKED, id="with-a-question-open"),
        pytest.param(QUESTIONS_OVER, UNASKED, id="after-the-last-question"),
    ],
)
def test_every_message_is_replied_to_and_then_the_form_goes_on(
    dialogue: Dialogue, history: list[Event], replies: dict[str, str], intent: str, *, is_last: bool
) -> None:
    reply = [replies[intent]] if intent in replies else []

    assert dialogue.actions_after(history, intent, is_last=is_last) == [*reply, FORM, LISTEN]
