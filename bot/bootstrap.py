"""The composition root: the one place that knows every part and puts them together."""

import asyncio
import hmac
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

from sanic import Sanic
from sanic.config import Config

from actions import services as action_services
from bot.api.routes import api_blueprint
from bot.channels.chat import chat_blueprint
from bot.channels.chat_desk import Desk
from bot.channels.rest import rest_blueprint
from bot.channels.simulator import simulator_blueprint
from bot.channels.sms import STATUS_PATH, sms_blueprint
from bot.engine.engine import Engine
from bot.engine.wording import Wording
from bot.hub import Hub
from bot.mail_carrier import MailCarrier
from bot.metrics import FORGOTTEN
from bot.postman import Postman
from bot.rounds import Rounds
from bot.score_keeper import ScoreKeeper
from bot.server.errors import add_error_handlers
from bot.server.health import health_blueprint
from bot.server.meetings import meetings_blueprint
from bot.server.methods import add_common_methods
from bot.server.origins import Origins
from bot.server.pages import pages_blueprint
from bot.turns import TurnTaker
from console.app import console_blueprint
from leads.adapters.bayesian_logistic import BayesianLogistic
from leads.adapters.behaviour_file import Behaviour
from leads.adapters.letters import Letters
from leads.adapters.passwords import verify_password
from leads.adapters.phone_simulator import PhoneSimulator
from leads.adapters.smtp import MailFolder, Smtp
from leads.adapters.twilio_sms import TwilioSms
from leads.bootstrap import open_core, read_behaviour
from leads.services import missed, turns
from leads.services.core import Core
from leads.services.forgetting import forget
from leads.services.mail import MailSender
from leads.services.sms import SmsSender
from leads.services.texting import KeywordReplies
from leads.settings import Settings

__all__ = ["Product", "build", "build_app", "keyword_replies"]

App = Sanic[Config, SimpleNamespace]
MAX_BODY = 256 * 1024
HOUSEKEEPING_SECONDS = 3600.0
SWEEP_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Product:
    """The running parts. Start and stop `taker` and the carriers inside the event loop."""

    settings: Settings
    core: Core
    behaviour: Behaviour
    engine: Engine
    hub: Hub
    taker: TurnTaker
    postman: Postman
    mail_carrier: MailCarrier


def build(
    settings: Settings, model: Path, *, core: Core | None = None, carrier: SmsSender | None = None
) -> Product:
    """Everything but the server, on a core and a carrier of the caller's if given. Raises ModelUnusable."""
    core = core or open_core(settings)
    action_services.provide(core)
    engine = Engine(model, action_endpoint=settings.action_endpoint, turn_seconds=settings.turn_seconds)
    hub = Hub()
    taker, postman = TurnTaker(core, engine, hub), Postman(core, carrier or _carrier(settings))
    mail_carrier = MailCarrier(core, writer=Letters(), sender=_mail_server(settings))
    return Product(settings, core, read_behaviour(settings), engine, hub, taker, postman, mail_carrier)


def keyword_replies(wording: Wording) -> KeywordReplies:
    """What is texted back to STOP, START and HELP, in the words of `domain.yml`."""
    return KeywordReplies(
        stop=wording.text("utter_sms_stopped"),
        start=wording.text("utter_sms_started"),
        help=wording.text("utter_sms_help"),
    )


def build_app(product: Product, *, has_phone: bool = False) -> App:
    """The Sanic application that serves the product.

    `has_phone` puts a simulated one on it where no carrier is set up: whoever sees it can text as anybody.
    """
    app = Sanic("bantam", configure_logging=False)
    app.config.update(
        REQUEST_MAX_SIZE=MAX_BODY,
        REQUEST_TIMEOUT=10,
        RESPONSE_TIMEOUT=60,
        KEEP_ALIVE_TIMEOUT=15,
        GRACEFUL_SHUTDOWN_TIMEOUT=8,
        WEBSOCKET_MAX_SIZE=64 * 1024,
        PROXIES_COUNT=product.settings.proxies or None,
        FALLBACK_ERROR_FORMAT="json",
    )
    add_error_handlers(app)
    add_common_methods(app)
    settings = product.settings
    token = settings.api_token.get_secret_value()
    origins = Origins(settings.allowed_origins, public_url=settings.public_url)
    app.blueprint(pages_blueprint(origins=origins))
    app.blueprint(
        chat_blueprint(
            core=product.core,
            desk=Desk(product.core, product.hub, wake=product.taker.wake),
            watching=product.behaviour.watching,
            origins=origins,
            secret_key=settings.secret_key.get_secret_value(),
        )
    )
    app.blueprint(
        health_blueprint(
            check_store=lambda: turns.waiting(product.core, limit=1),
            metrics_token=None if _is_local(settings.public_url) else token,
        )
    )
    app.blueprint(rest_blueprint(core=product.core, taker=product.taker, token=token))
    app.blueprint(
        api_blueprint(core=product.core, hub=product.hub, token=token, public_url=product.settings.public_url)
    )
    app.blueprint(meetings_blueprint(core=product.core, hub=product.hub))
    app.blueprint(
        console_blueprint(
            core=product.core,
            news=product.hub,
            alarms=product.behaviour.alarms,
            public_url=settings.public_url,
            verify=verify_password,
            statistics=BayesianLogistic(),
        )
    )
    _mount_texting(app, product)
    if has_phone and not settings.has_twilio:
        app.blueprint(simulator_blueprint(core=product.core, auth_token=_twilio_token(settings)))

    housekeeping = Rounds(
        "housekeeping", lambda: asyncio.to_thread(forget, product.core), every_seconds=HOUSEKEEPING_SECONDS
    )
    sweep = Rounds("sweep", lambda: asyncio.to_thread(_sweep, product.core), every_seconds=SWEEP_SECONDS)
    works = (
        product.taker,
        product.postman,
        product.mail_carrier,
        housekeeping,
        sweep,
        ScoreKeeper(product.core),
    )

    @app.before_server_start
    async def start(_: App) -> None:
        for work in works:
            await work.start()

    @app.before_server_stop
    async def stop(_: App) -> None:
        for work in reversed(works):
            await work.stop()

    return app


def _sweep(core: Core) -> int:
    """See that no lead is forgotten; how many were."""
    found = missed.look_after(core)
    FORGOTTEN.set(missed.count(core))
    return found


def _is_local(address: str) -> bool:
    """Whether nobody but this machine is served: then its numbers are no secret."""
    return urlsplit(address).hostname in {"127.0.0.1", "::1", "localhost"}


def _mount_texting(app: App, product: Product) -> None:
    """The SMS channel."""
    auth_token = _twilio_token(product.settings)
    app.blueprint(
        sms_blueprint(
            core=product.core,
            wake=product.taker.wake,
            replies=keyword_replies(product.engine.wording),
            auth_token=auth_token,
        )
    )


def _carrier(settings: Settings) -> SmsSender:
    if not settings.has_twilio or settings.sms_dry_run:
        return PhoneSimulator()
    return TwilioSms(
        account_sid=settings.twilio_account_sid,
        auth_token=_twilio_token(settings),
        sender=settings.twilio_phone_number,
        status_callback=settings.public_url + STATUS_PATH,
        api_base=settings.twilio_api_base,
    )


def _mail_server(settings: Settings) -> MailSender:
    url = settings.smtp_url.get_secret_value()
    if not url:
        return MailFolder(settings.var / "mail", sender=settings.mail_from)
    return Smtp(url, sender=settings.mail_from)


def _twilio_token(settings: Settings) -> str:
    """What webhooks are signed with: Twilio's token, or one for the simulator made from our secret."""
    given = settings.twilio_auth_token.get_secret_value()
    secret = settings.secret_key.get_secret_value()
    return given or hmac.digest(secret.encode(), b"phone simulator", "sha256").hex()
