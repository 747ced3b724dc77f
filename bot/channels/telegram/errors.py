"""What keeps the bot from running on Telegram, each told in one German sentence.

BotError
├── BadToken         Telegram does not know the token
├── WebhookIsSet     asked to poll while updates go to a webhook
├── PollConflict     another process polls with the same token
└── WebhookRefused   Telegram does not accept the webhook address
"""

from __future__ import annotations

from bot.errors import BotError


class BadToken(BotError):
    """Telegram answered 401 or 404 to our token."""

    def __init__(self) -> None:
        """Say which variables to look at."""
        super().__init__(
            "Telegram kennt diesen Token nicht. Prüfe TELEGRAM_BOT_TOKEN (und TELEGRAM_API_URL, falls gesetzt)."
        )


class WebhookIsSet(BotError):
    """Updates go to a webhook, so polling would get none."""

    def __init__(self) -> None:
        """Say how to go on."""
        super().__init__(
            "Für diesen Bot ist noch ein Webhook eingetragen, deshalb kann hier nicht abgefragt werden. "
            "Starte ohne --poll, oder entferne ihn mit --poll --remove-webhook."
        )


class PollConflict(BotError):
    """Telegram keeps answering 409: somebody else polls with this token."""

    exit_code = 3

    def __init__(self) -> None:
        """Say what to end."""
        super().__init__(
            "Mit demselben Token fragt schon ein anderer Prozess bei Telegram ab. Beende ihn und starte neu."
        )


class WebhookRefused(BotError):
    """Telegram answered 400 to setWebhook; ``reason`` is Telegram's own English wording."""

    def __init__(self, reason: str) -> None:
        """Hand on what Telegram said."""
        super().__init__(f"Telegram nimmt die Adresse in WEBHOOK_URL nicht an und sagt dazu: {reason}")
