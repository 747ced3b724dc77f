"""A small crisis file: enough examples to learn from, and everyday questions."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model.crisis import CrisisKind, CrisisRules
from bot.understanding.crisis import CrisisDetector
from bot.understanding.crisis_lessons import lessons_of
from bot.understanding.crisis_net import CrisisNet, net_of
from bot.understanding.semantic import Encoder
from tests.understanding.builders import MemoryCache

SAD = "ich bin so {} und weine jede {}".format
SADLY = tuple(
    SAD(feeling, time) for feeling in ("leer", "müde", "allein", "kaputt", "verloren", "einsam") for time in ("nacht", "stunde")
)
BULLIED = tuple(f"die {who} {what} mich jeden tag" for who in ("jungs", "mädels", "anderen") for what in ("treten", "verspotten", "bespucken"))
FINE = tuple(
    f"wann {what} der {kind}" for what in ("startet", "beginnt", "endet", "kommt", "fährt") for kind in ("kurs", "bus", "zug", "chor", "film")
)
EVERYDAY = tuple(
    f"{asked} {what}"
    for asked in ("was kostet", "wo finde ich", "wem gehört", "wer kennt", "wozu dient", "wie heißt")
    for what in ("{topic}", "das essen", "die fahrt", "der raum", "das buch", "dieses feld")
)
"""Far more than distress, as in the bot itself: what nobody taught is harmless."""


def rules_of(
    sad: tuple[str, ...] = SADLY,
    bullied: tuple[str, ...] = BULLIED,
    fine: tuple[str, ...] = FINE,
    not_crisis: tuple[str, ...] = (),
    phrases: Mapping[str, tuple[str, ...]] | None = None,
) -> CrisisRules:
    """Return rules with a phrase and examples of two kinds."""
    told = phrases or {"sad": ("ich will sterben",), "bullied": ("ich werde gemobbt",)}
    return CrisisRules(
        kinds={kind: CrisisKind(phrases={"de": some}, say={"de": "Ruf an."}) for kind, some in told.items()},
        not_crisis={"de": not_crisis},
        examples={"sad": {"de": sad}, "bullied": {"de": bullied}, "none": {"de": fine}},
    )


def net_for(rules: CrisisRules, encoder: Encoder | None = None, cache: MemoryCache | None = None) -> CrisisNet:
    """Return the net fitted on the examples of *rules* and the everyday questions."""
    net = net_of(lessons_of(rules, EVERYDAY), encoder, cache or MemoryCache())
    assert net is not None
    return net


def detector_for(rules: CrisisRules, encoder: Encoder | None = None) -> CrisisDetector:
    """Return a detector with rules and net."""
    return CrisisDetector(rules, lambda _: False, net_for(rules, encoder))
