"""The commands by name, what each does in one line, and what it is called with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "chat": "Im Terminal mit dem Bot reden",
        "ask": "Eine Frage stellen, oder viele als JSON-Zeilen",
        "check": "Inhalte und Fragen prüfen",
        "preview": "Zeigen, was der Bot zu einem Eintrag oder einer Frage sagt",
        "calendar": "Zeigen, was abläuft oder geprüft werden muss",
        "diff": "Zeigen, welche Testsätze ein anderer Stand (git-Stand wie HEAD, oder Ordner) anders beantwortet",
        "inbox": "Zeigen, was unbeantwortet blieb; ignore NUMMER … lässt es weg, to FRAGE NUMMER … macht Beispiele daraus",
        "report": "Zeigen, was in den letzten sieben Tagen gefragt wurde",
        "new": "Eine neue Datei anlegen: offer, event, network, organisation, person, place, theme oder intent",
        "schema": "Schemata für den Editor schreiben",
        "evaluate": "Messen, wie gut Fragen verstanden werden",
        "link": "Einen Link mit QR-Code zum Weitergeben zeigen",
        "run": "Auf Telegram antworten",
        "migrate": "Die Tabellen der Datenbank auf den neuesten Stand bringen",
    }
)

ARGUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ask": ("[FRAGE]",),
        "preview": ("[KENNUNG]",),
        "diff": ("ALT", "[NEU]"),
        "inbox": ("[ignore NUMMER … | to FRAGE NUMMER …]",),
        "new": ("ART",),
        "schema": ("[ORDNER]",),
        "link": ("EINTRAG",),
    }
)
"""What stands behind a command; in brackets what may be left out."""

ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "TELEGRAM_BOT_TOKEN": "Token von @BotFather (nur für run)",
        "TELEGRAM_BOT_NAME": "wie der Bot auf Telegram heißt (nur für link)",
        "TELEGRAM_API_URL": "eigener Bot-API-Server, endet auf /bot",
        "WEBHOOK_URL": "öffentliche https-Adresse; ohne sie fragt run bei Telegram ab",
        "WEBHOOK_SECRET": "Geheimnis des Webhooks; ohne Angabe aus dem Token abgeleitet",
        "HOST": "worauf run lauscht (0.0.0.0)",
        "PORT": "Port für Webhook, /healthz, /readyz, /metrics (8080; beim Abfragen nur, wenn gesetzt)",
        "METRICS_TOKEN": "öffnet /metrics auch für andere Rechner: Authorization: Bearer …",
        "CONTENT_DIR": "Ordner mit den Inhalten (content)",
        "INTENTS_DIR": "Ordner mit den Fragen (intents)",
        "DATA_DIR": "Ordner für die Datenbank und Zwischenergebnisse (data)",
        "DATABASE_URL": "PostgreSQL, postgres://…; ohne sie eine SQLite-Datei in DATA_DIR",
        "ADMIN_IDS": "Nummern der Telegram-Konten, die /stand, /inbox und /neuladen dürfen und von Fehlern hören",
        "BOT_TODAY": "tut so, als wäre dieser Tag: 2027-03-01",
        "LOG_LEVEL": "debug, info, warning oder error (info)",
        "LOG_FORMAT": "console oder json (console)",
        "OPERATOR_NAME": "wer den Bot betreibt",
        "OPERATOR_CONTACT": "Mail-Adresse oder Webseite der Betreibenden",
    }
)
