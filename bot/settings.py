"""The environment as typed settings; secrets never print.

``load_settings`` reads it once at start. What is wrong is told by `SettingsError`: the name of
the variable and what is expected, never the value, because a value can be a secret.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import BotError
from bot.model.kept import Operator
from bot.model.values import Day

ROOT = Path(__file__).resolve().parent.parent
HEALTH_PATH, READY_PATH, METRICS_PATH = PAGES = ("/healthz", "/readyz", "/metrics")
DEFAULT_WEBHOOK_PATH = "/telegram"

EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "TELEGRAM_BOT_TOKEN": "der Token, den @BotFather ausgibt (Zahl, Doppelpunkt, Buchstaben und Ziffern)",
        "TELEGRAM_BOT_NAME": "der Name des Bots ohne oder mit @",
        "TELEGRAM_API_URL": "eine Adresse mit http oder https, die auf /bot endet",
        "WEBHOOK_URL": "eine Adresse mit https (http nur auf diesem Rechner), deren Pfad keine unserer Seiten ist",
        "WEBHOOK_SECRET": "ein Wort von 1 bis 256 Zeichen aus A-Z, a-z, 0-9, _ und -",
        "HOST": "eine IP-Adresse oder ein Rechnername, zum Beispiel 0.0.0.0",
        "PORT": "eine Zahl von 1 bis 65535",
        "DATABASE_URL": "die Adresse einer PostgreSQL-Datenbank, die mit postgres:// beginnt",
        "METRICS_TOKEN": "ein Wort von mindestens acht druckbaren Zeichen ohne Leerzeichen",
        "DATA_DIR": "ein Ordner",
        "CONTENT_DIR": "ein Ordner",
        "INTENTS_DIR": "ein Ordner",
        "ADMIN_IDS": "eine Liste mit Nummern von Telegram-Konten, mit Komma getrennt",
        "BOT_TODAY": "ein Tag wie 2027-03-01 oder 1.3.2027",
        "LOG_LEVEL": "debug, info, warning oder error",
        "LOG_FORMAT": "console oder json",
        "OPERATOR_NAME": "ein Name",
        "OPERATOR_CONTACT": "eine Mail-Adresse oder eine Webseite",
    }
)


class SettingsError(BotError):
    """An environment variable is missing or wrong; further wrong ones stand in ``details``."""


def _token(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", secret.get_secret_value()):
        raise ValueError("token")
    return secret


def _webhook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("secret")
    return secret


def _metrics_token(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[!-~]{8,}", secret.get_secret_value()):
        raise ValueError("token")
    return secret


def _api_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("url")
    if not (parts.path.endswith("/bot") or "{token}" in parts.path):
        raise ValueError("path")
    return url


def _database_url(secret: SecretStr) -> SecretStr:
    if urlsplit(secret.get_secret_value()).scheme not in {"postgres", "postgresql"}:
        raise ValueError("scheme")
    return secret


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _webhook_url(url: str) -> str:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host or parts.port == 0 or parts.path in PAGES or parts.query or parts.fragment:
        raise ValueError("url")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(host)):
        raise ValueError("scheme")
    return url if parts.path.strip("/") else url.rstrip("/") + DEFAULT_WEBHOOK_PATH


def _bare(value: object) -> object:
    """Take off the blanks that come along when a value is copied."""
    return value.strip() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _parts(value: object) -> object:
    return [part for part in re.split(r"[\s,;]+", value) if part] if isinstance(value, str) else value


def _one_word(host: str) -> str:
    if not host or any(letter.isspace() or letter in "/@" for letter in host):
        raise ValueError("host")
    return host


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers updates: public address, its path here, the secret of the header."""

    url: str
    path: str
    secret: str = field(repr=False)


class Settings(BaseSettings):
    """What the environment says; names are those of the variables in small letters."""

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    telegram_bot_token: Annotated[SecretStr, BeforeValidator(_bare), AfterValidator(_token)] | None = None
    telegram_bot_name: str | None = None
    telegram_api_url: Annotated[str, BeforeValidator(_bare), AfterValidator(_api_url)] = (
        "https://api.telegram.org/bot"
    )
    webhook_url: Annotated[str, BeforeValidator(_bare), AfterValidator(_webhook_url)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    # Hosts that give a $PORT reach the process from outside only on all interfaces.
    host: Annotated[str, BeforeValidator(_bare), AfterValidator(_one_word)] = "0.0.0.0"
    port: int = Field(default=8080, ge=1, le=65535)
    database_url: Annotated[SecretStr, BeforeValidator(_bare), AfterValidator(_database_url)] | None = None
    metrics_token: Annotated[SecretStr, BeforeValidator(_bare), AfterValidator(_metrics_token)] | None = None
    data_dir: Path = ROOT / "data"
    content_dir: Path = ROOT / "content"
    intents_dir: Path = ROOT / "intents"
    admin_ids: Annotated[tuple[Annotated[int, Field(gt=0)], ...], NoDecode, BeforeValidator(_parts)] = ()
    bot_today: Day | None = None
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    log_format: Annotated[Literal["console", "json"], BeforeValidator(_lower)] = "console"
    operator_name: Annotated[str, BeforeValidator(_bare)] | None = None
    operator_contact: Annotated[str, BeforeValidator(_bare)] | None = None

    def token(self) -> str:
        """Return the bot's token; raises `SettingsError` where there is none."""
        if self.telegram_bot_token is None:
            raise SettingsError(
                "TELEGRAM_BOT_TOKEN fehlt. Trage dort den Token ein, den dir @BotFather in Telegram gegeben hat."
            )
        return self.telegram_bot_token.get_secret_value()

    def webhook(self) -> Webhook:
        """Return where updates are delivered; raises `SettingsError` without WEBHOOK_URL or token.

        Without WEBHOOK_SECRET the secret is derived from the token, so that all copies of the bot
        know the same one and nobody can guess it.
        """
        if self.webhook_url is None:
            raise SettingsError("WEBHOOK_URL fehlt: erwartet wird " + EXPECTED["WEBHOOK_URL"] + ".")
        given = self.webhook_secret.get_secret_value() if self.webhook_secret else _derived(self.token())
        return Webhook(self.webhook_url, urlsplit(self.webhook_url).path, given)

    def database(self) -> str | None:
        """Return the address of the database; None means a file in the data folder."""
        return self.database_url.get_secret_value() if self.database_url else None

    def operator(self) -> Operator | None:
        """Return who runs the bot; None where that was not entered."""
        return Operator(self.operator_name, self.operator_contact or None) if self.operator_name else None

    def pages_token(self) -> str | None:
        """Return what opens /metrics to other machines."""
        return self.metrics_token.get_secret_value() if self.metrics_token else None

    def has_port(self) -> bool:
        """Tell whether PORT was given: then the pages are served while polling, too."""
        return "port" in self.model_fields_set

    def secrets(self) -> tuple[str, ...]:
        """Return everything that must never be written anywhere."""
        known = (self.telegram_bot_token, self.webhook_secret, self.metrics_token, self.database_url)
        given = tuple(secret.get_secret_value() for secret in known if secret)
        return (*given, _derived(self.token())) if self.telegram_bot_token else given


def _derived(token: str) -> str:
    return hmac.new(token.encode(), b"webhook secret", hashlib.sha256).hexdigest()


def load_settings() -> Settings:
    """Read the environment; raises `SettingsError` where a value cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        # Cut off from its cause: pydantic's own message could carry the value.
        first, *others = _sentences(error)
        raise SettingsError(first, tuple(others)) from None


def _sentences(error: ValidationError) -> list[str]:
    names = dict.fromkeys(str(problem["loc"][0]).upper() for problem in error.errors(include_input=False))
    return [f"{name} ist nicht brauchbar: erwartet wird {EXPECTED[name]}." for name in names]
