"""The tiny model that the tests of sentence vectors run on."""

import pytest

from tests.bot.nlu.embeddings.tiny import TinyModel, tiny_model


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> TinyModel:
    return tiny_model(tmp_path_factory.mktemp("tiny"))
