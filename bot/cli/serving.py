"""`up`, `serve` and `train`: from a fresh machine to a served page."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from bot.cli.first_run import ensure_model, ensure_secrets, ensure_team, find_project
from bot.cli.scoring_file import news_of_file
from bot.training import TrainingFailed
from leads.adapters.smtp import BadMailSettings
from leads.settings import Settings

__all__ = ["serve", "train", "up"]

console = Console(stderr=True)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on.")
def up(*, host: str | None, port: int | None) -> None:
    """Set everything up on this machine and serve it."""
    settings = _settings(host, port)
    first = ensure_secrets(settings)
    try:
        model = ensure_model(first.project, first.var, console)
    except TrainingFailed as failure:
        raise click.ClickException(f"The model could not be trained.\n{failure}") from failure
    _serve(first, model, is_trial=True)


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on.")
def serve(*, host: str | None, port: int | None) -> None:
    """Serve in production: refuses to start on unsafe settings."""
    settings = _settings(host, port)
    faults = unsafe(settings)
    for fault in faults:
        click.echo(f"Refused: {fault}", err=True)
    if faults:
        sys.exit(2)
    _serve(settings, ensure_model(settings.project, settings.var, console), is_trial=False)


@click.command()
def train() -> None:
    """Train the model if its data changed."""
    settings = _settings(None, None)
    try:
        model = ensure_model(settings.project, settings.var, console)
    except TrainingFailed as failure:
        raise click.ClickException(f"The model could not be trained.\n{failure}") from failure
    click.echo(model)


def unsafe(settings: Settings) -> list[str]:
    """What speaks against serving with these settings, a line each."""
    secret, token = settings.secret_key.get_secret_value(), settings.api_token.get_secret_value()
    is_plain = settings.has_twilio and not settings.public_url.startswith("https://")
    has_no_sender = bool(settings.smtp_url.get_secret_value()) and settings.mail_from.endswith("@localhost>")
    checks = [
        (len(secret) < 32, "BANTAM_SECRET_KEY must be set, to at least 32 characters."),
        (len(token) < 20, "BANTAM_API_TOKEN must be set, to at least 20 characters."),
        (settings.workers > 1, "One process serves all: BANTAM_WORKERS above 1 has no shared lock here."),
        (settings.rasa_http_api, "Rasa's HTTP API would be open to everyone: unset BANTAM_RASA_HTTP_API."),
        (has_no_sender, "BANTAM_MAIL_FROM must say who e-mails come from."),
        (is_plain, "Twilio needs BANTAM_PUBLIC_URL to be an https address."),
    ]
    return [sentence for is_unsafe, sentence in checks if is_unsafe]


def _settings(host: str | None, port: int | None) -> Settings:
    settings = Settings(project=find_project(Path.cwd()))
    if host is None and port is None:
        return settings
    return Settings(project=settings.project, host=host or settings.host, port=port or settings.port)


def _serve(settings: Settings, model: Path, *, is_trial: bool) -> None:
    with console.status("Loading …"):
        from bot.bootstrap import build, build_app  # noqa: PLC0415 - takes seconds: after the first words

        try:
            product = build(settings, model)
        except BadMailSettings as fault:
            raise click.ClickException(str(fault)) from fault
    if is_trial:
        ensure_team(product.core, console)
    if news := news_of_file(product.core, settings):
        console.print(news)
    app = build_app(product, has_phone=is_trial)
    app.prepare(host=settings.host, port=settings.port, single_process=True, motd=False, access_log=False)
    if is_trial:
        _welcome(settings)
    else:
        for missing in _missing(settings):
            click.echo(missing, err=True)
    app.serve_single(app)


def _missing(settings: Settings) -> Iterator[str]:
    if not settings.has_twilio:
        yield "No Twilio account is set: texts are kept as sent, but reach nobody."
    if not settings.smtp_url.get_secret_value():
        yield f"No mail server is set: e-mails are laid into {settings.var / 'mail'}, but reach nobody."


def _welcome(settings: Settings) -> None:
    console.print(f"\n[bold]Bantam is at {settings.public_url}/[/]   reps: {settings.public_url}/console/")
    console.print(f"API token: {settings.api_token.get_secret_value()}", highlight=False)
    if not settings.has_twilio:
        console.print(f"No Twilio account is set: {settings.public_url}/simulator is a phone to text with.")
    if not settings.smtp_url.get_secret_value():
        console.print(f"No mail server is set: e-mails are laid into {settings.var / 'mail'}.")
    console.print("Stop with Ctrl+C.\n")
