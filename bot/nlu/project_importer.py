"""How Rasa reads our project: its own way, plus the retrieval intents when it reads the rules."""

from rasa.shared.constants import UTTER_PREFIX
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter

__all__ = ["ProjectImporter"]


class ProjectImporter(RasaFileImporter):
    """Rasa's importer of files, for a domain.yml that leaves its retrieval intents to the NLU data.

    Rasa adds the retrieval intents of the NLU data to the domain, and warns of each that is listed there too.
    But it reads the rules before that, and warns of each that is not listed. So they are named in between.
    """

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """The rules and stories, read with every intent that has answers in the domain."""
        domain = self.get_domain()
        families = {name.split("/")[0] for name in domain.retrieval_intent_responses}
        answered = {family.removeprefix(UTTER_PREFIX) for family in families}
        known = domain.merge(Domain.from_dict({"intents": sorted(answered)}))
        return utils.story_graph_from_paths(self._story_files, known, exclusion_percentage)
