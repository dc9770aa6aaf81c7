"""Settings: read once from the environment (`BANTAM_…`, Twilio's own names) or a `.env` file."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """Everything an operator can set. Field names are the variables without `BANTAM_`, in lower case."""

    model_config = SettingsConfigDict(
        env_prefix="BANTAM_", env_file=".env", extra="ignore", populate_by_name=True, env_ignore_empty=True
    )

    var: Path = Field(default=Path("var"), description="Where the store, models, secrets and caches live.")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty means SQLite in var/.")
    redis_url: str = Field(default="", description="Shared locks when several workers serve.")
    public_url: str = Field(default="", description="The address the world sees; signs links and webhooks.")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    secret_key: SecretStr = Field(default=SecretStr(""), description="Signs visitor tokens and sessions.")
    api_token: SecretStr = Field(
        default=SecretStr(""), description="Opens the lead API and the REST channel."
    )
    sms_dry_run: bool = Field(default=False, description="Record outgoing SMS instead of sending them.")
    allowed_origins: tuple[str, ...] = Field(default=(), description="Sites that may embed the widget.")
    proxies: int = Field(default=0, description="Trusted reverse proxies in front of us; 0 trusts none.")
    turn_seconds: float = Field(default=10.0, description="Longest a single turn may take.")
    project: Path = Field(default=Path(), description="Folder of the Rasa project (domain.yml, data/).")
    scoring_file: Path = Field(default=Path("scoring.yml"), description="The scoring file to read.")
    behaviour_file: Path = Field(default=Path("behaviour.yml"), description="The behaviour file to read.")
    embeddings_file: Path | None = Field(
        default=None, description="Weights of sentence vectors (safetensors), with vocab.txt beside them."
    )
    embeddings_sha256: str = Field(default="", description="The hash that the weights must have.")
    action_endpoint: str = Field(default="", description="URL of an action server; empty runs actions here.")
    rasa_http_api: bool = Field(default=False, description="Never served by us; refused when set.")

    smtp_url: SecretStr = Field(
        default=SecretStr(""), description="smtp://user:password@host:587; empty lays mails into var/mail."
    )
    mail_from: str = Field(default="Bantam <bantam@localhost>", description="Who e-mails come from.")

    twilio_account_sid: str = Field(default="", validation_alias="TWILIO_ACCOUNT_SID")
    twilio_auth_token: SecretStr = Field(default=SecretStr(""), validation_alias="TWILIO_AUTH_TOKEN")
    twilio_phone_number: str = Field(default="", validation_alias="TWILIO_PHONE_NUMBER")
    twilio_api_base: str = Field(default="https://api.twilio.com", description="Where SMS are sent to.")

    @model_validator(mode="after")
    def _fill_in(self) -> Self:
        if not self.database_url:
            self.database_url = f"sqlite:///{(self.var / 'bantam.sqlite3').absolute()}"
        if not self.public_url:
            self.public_url = f"http://{self.host}:{self.port}"
        self.public_url = self.public_url.rstrip("/")
        return self

    @property
    def has_twilio(self) -> bool:
        """Whether real SMS can be sent."""
        return bool(
            self.twilio_account_sid and self.twilio_auth_token.get_secret_value() and self.twilio_phone_number
        )
