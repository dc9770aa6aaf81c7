import pytest
from click.testing import CliRunner

from bot.bench.cli import bench


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["--contestants", "a,z"], "'z' is not among a, b, c, d", id="unknown contestant"),
        pytest.param(["--contestants", ""], "is not among", id="no contestant"),
        pytest.param(["--conversations", "0"], "is not in the range", id="nothing to time"),
        pytest.param(["--long-turns", "19"], "is not in the range", id="windows would overlap"),
        pytest.param(["--port-base", "80"], "is not in the range", id="privileged port"),
    ],
)
def test_bad_options_are_refused_before_anything_runs(arguments: list[str], complaint: str) -> None:
    result = CliRunner().invoke(bench, ["turns", *arguments])
    assert result.exit_code == 2
    assert complaint in result.output


def test_help_names_the_command() -> None:
    result = CliRunner().invoke(bench, ["--help"])
    assert result.exit_code == 0
    assert "turns" in result.output
