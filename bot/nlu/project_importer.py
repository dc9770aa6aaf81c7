"""How Rasa reads our project: its own way, plus two things that it cannot see by itself."""

from collections.abc import Iterable

from rasa.shared.constants import UTTER_PREFIX
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.training_data.structures import STORY_START, Checkpoint, StoryGraph, StoryStep
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter

__all__ = ["ProjectImporter"]


class ProjectImporter(RasaFileImporter):
    """Rasa's importer of files, for rules with retrieval intents and for actions that speak."""

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """The rules, and one story of everything that only custom actions say."""
        domain = self.get_domain()
        rules = utils.story_graph_from_paths(
            self._story_files, _with_retrieval_intents(domain), exclusion_percentage
        )
        said = {event.action_name for step in rules.story_steps for event in _actions(step)}
        return StoryGraph([*rules.story_steps, _said_by_actions(set(domain.responses) - said)])


def _with_retrieval_intents(domain: Domain) -> Domain:
    """Rasa adds them to the domain from the NLU data, and warns of each that domain.yml lists too.

    But it reads the rules before that, and warns of each that is not listed. So they are named in between.
    """
    families = {name.split("/")[0] for name in domain.retrieval_intent_responses}
    return domain.merge(Domain.from_dict({"intents": sorted(map(_intent, families))}))


def _intent(response: str) -> str:
    return response.removeprefix(UTTER_PREFIX)


def _said_by_actions(responses: Iterable[str]) -> StoryStep:
    """Rasa calls a response unused unless a rule or story says it. No policy of ours learns from stories."""
    return StoryStep(
        "What the custom actions say",
        start_checkpoints=[Checkpoint(STORY_START)],
        events=[ActionExecuted(name) for name in sorted(responses) if "/" not in name],
    )


def _actions(step: StoryStep) -> list[ActionExecuted]:
    return [event for event in step.events if isinstance(event, ActionExecuted)]
