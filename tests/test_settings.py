"""The environment: what is taken, and how a wrong value is told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.settings import EXPECTED, Settings, SettingsError, load_settings

TOKEN = "123456:abcDEF_-ghi"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EXPECTED:
        monkeypatch.delenv(name, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    """Read the environment with these variables set."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_nothing_is_needed_to_begin_with() -> None:
    """Without any variable the bot can be talked to in the terminal."""
    settings = load_settings()

    assert (settings.port, settings.log_level, settings.bot_today) == (8080, "info", None)
    assert (settings.content_dir.name, settings.intents_dir.name) == ("content", "intents")


def test_every_variable_has_an_expectation() -> None:
    """Each field can be told about when it is wrong."""
    assert {name.upper() for name in Settings.model_fields} == set(EXPECTED)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "geheim"),
        ("TELEGRAM_BOT_TOKEN", "123456 :geheim"),
        ("TELEGRAM_API_URL", "127.0.0.1:8081/bot"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081/bot/"),
        ("WEBHOOK_URL", "http://example.org/telegram"),
        ("WEBHOOK_URL", "https://"),
        ("WEBHOOK_URL", "https://example.org/healthz"),
        ("WEBHOOK_URL", "https://example.org/readyz"),
        ("WEBHOOK_URL", "https://example.org/metrics"),
        ("WEBHOOK_URL", "example.org"),
        ("WEBHOOK_SECRET", "mit leerzeichen"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("HOST", "http://0.0.0.0"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "acht"),
        ("METRICS_TOKEN", "kurz"),
        ("METRICS_TOKEN", "mit leerzeichen darin"),
        ("BOT_TODAY", "13.02.206"),
        ("BOT_TODAY", "2027-02-30"),
        ("BOT_TODAY", "2027"),
        ("DATABASE_URL", "mysql://u:geheim@h/x"),
        ("DATABASE_URL", "geheim"),
        ("ADMIN_IDS", "foo"),
        ("ADMIN_IDS", "7,-8"),
        ("LOG_LEVEL", "laut"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_is_one_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The sentence names the variable and what is expected, and not the value."""
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **{name: value})

    sentence = str(caught.value)
    assert sentence == f"{name} ist nicht brauchbar: erwartet wird {EXPECTED[name]}."
    assert caught.value.details == ()
    assert caught.value.__suppress_context__


def test_what_is_expected_is_one_thing() -> None:
    """The sentence goes on behind 'erwartet wird'."""
    begins = ("ein ", "eine ", "der ", "die Adresse ", "debug, ", "console oder ")

    assert [name for name, what in EXPECTED.items() if not what.startswith(begins)] == []


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to start five times to find five slips."""
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, PORT="x", LOG_LEVEL="x", TELEGRAM_BOT_TOKEN="x")

    lines = (str(caught.value), *caught.value.details)
    assert [line.split()[0] for line in lines] == ["TELEGRAM_BOT_TOKEN", "PORT", "LOG_LEVEL"]


def test_values_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blanks around a copied token, capitals and German dates do no harm; an empty variable is none."""
    settings = load(
        monkeypatch,
        TELEGRAM_BOT_TOKEN=f" {TOKEN}\n",
        LOG_LEVEL="WARNING",
        LOG_FORMAT="JSON",
        BOT_TODAY="1.3.2027",
        PORT="",
    )

    assert settings.token() == TOKEN
    assert (settings.log_level, settings.log_format, settings.port) == ("warning", "json", 8080)
    assert settings.bot_today == date(2027, 3, 1)


def test_secrets_do_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither token nor webhook secret is part of any representation."""
    settings = load(
        monkeypatch,
        TELEGRAM_BOT_TOKEN=TOKEN,
        WEBHOOK_URL="https://example.org/hook",
        WEBHOOK_SECRET="sehr-geheim",
    )

    shown = f"{settings!r} {settings} {settings.webhook()!r}"
    assert not any(secret in shown for secret in settings.secrets())


def test_a_missing_token_is_one_sentence() -> None:
    """Telegram needs a token; the sentence says where it comes from."""
    with pytest.raises(SettingsError, match=r"TELEGRAM_BOT_TOKEN fehlt.*@BotFather"):
        load_settings().token()


def test_a_webhook_needs_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without WEBHOOK_URL there is no webhook."""
    with pytest.raises(SettingsError, match="WEBHOOK_URL fehlt"):
        load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN).webhook()


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org", "/telegram"),
        ("https://example.org/", "/telegram"),
        ("https://example.org:8443/a/b", "/a/b"),
        ("http://localhost:8443/x", "/x"),
        ("http://[::1]:8443/x", "/x"),
    ],
)
def test_the_path_of_the_webhook_is_what_is_served(
    monkeypatch: pytest.MonkeyPatch, url: str, path: str
) -> None:
    """An address without a path gets one; http is for this machine only."""
    webhook = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL=url).webhook()

    assert webhook.path == path
    assert webhook.url.endswith(path)


def test_without_a_secret_one_is_derived(monkeypatch: pytest.MonkeyPatch) -> None:
    """All copies of a bot share it, and it does not give the token away."""
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL="https://example.org")
    first, second = settings.webhook().secret, load_settings().webhook().secret

    assert first == second
    assert len(first) == 64
    assert first in settings.secrets()


def test_pages_are_served_while_polling_only_where_a_port_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default port is for the webhook; an empty variable is none."""
    without, empty = load(monkeypatch).has_port(), load(monkeypatch, PORT="").has_port()

    assert (without, empty, load(monkeypatch, PORT="8080").has_port()) == (False, False, True)


def test_the_token_of_the_metrics_is_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """It opens the page and is blotted out of logs."""
    settings = load(monkeypatch, METRICS_TOKEN=" ein-langes-geheimnis ")

    assert settings.pages_token() == "ein-langes-geheimnis"
    assert "ein-langes-geheimnis" in settings.secrets()
    assert "ein-langes" not in repr(settings)
