"""A few topics and questions to talk about, and what the policy makes of a message or a tap."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.decisions import Decision
from bot.dialogue.policy import Policy
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, AskWhich, Move, OfferChoices
from bot.model.reading import Reading
from tests.builders import (
    a_catalogue,
    a_context,
    a_network,
    a_person,
    a_place,
    a_run,
    a_theme,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
    showing,
)

MEMBERS = {
    "groups": [{"title": {"de": "Hochschulen", "en": "Universities"}, "who": ["uni"]}, {"title": "Unternehmen", "who": ["firma"]}]
}
TOPICS = (
    an_offer(
        "windkurs", summary="Ein Kurs.", themes=["wind"], provider="firma", runs=[a_run("2027-05-01", place="halle")],
        facets={"cost": "Nichts.", "steps": "Ruf an."}, formerly=["alter-kurs"],
    ),
    an_offer("wasserkurs", summary="Auch ein Kurs.", themes=["wasser"], place="dorf", facets={"cost": "Viel."}),
    an_offer("lehre", summary="Eine Lehre.", type="apprenticeship", themes=["wind"], contact="firma"),
    an_offer("lehre-uni", summary="Eine Lehre.", type="apprenticeship", provider="uni"),
    an_event(
        "messe", summary="Eine Messe.", themes=["wasser"], runs=[a_run("2026-02-13", place="halle")], place="halle",
        history=[{"when": "2020", "what": "Umzug aus dem Dorf"}],
    ),
    a_network("netz", summary="Ein Netz.", members=MEMBERS),
    a_network("bund", summary="Ein Bund.", people=[{"who": "ada-muster", "part": "lead"}]),
    a_network("stammtisch", themes=["wasser"], type="werkstatt", summary="Eine Werkstatt."),
    an_organisation("firma", summary="Eine Firma.", place="stadt", phone="1"),
    an_organisation("uni", summary="Eine Uni.", type="university"),
    a_person("ada-muster", functions=[{"what": "Leiterin", "as_of": "2026"}]),
    a_person("ben-muster", functions=[{"what": "Sprecher", "as_of": "2026"}]),
    a_place("kreis", "im Kreis"),
    a_place("stadt", "in der Stadt", within="kreis", type="town"),
    a_place("halle", within="stadt"),
    a_place("dorf", "im Dorf", within="kreis"),
    a_theme("wind", summary="Wind macht Strom."),
    a_theme("wasser"),
)
TOLD = ("offer", "event", "network", "organisation", "theme")
QUESTIONS = (
    showing("overview", "overview", needs=TOLD),
    showing("dates", "dates", needs=("offer", "event")),
    showing("place", "place", needs=("offer", "event", "organisation")),
    showing("contact", "contact", needs=("offer", "organisation")),
    showing("leader", "people", needs=("network",), roles=["lead"]),
    showing("function", "functions", needs=("person",)),
    showing("members", "members", needs=("network",)),
    showing("sources", "sources", needs=("offer",)),
    an_intent("membership", needs={"network": ["network"], "name": "any"}, answer={"show": ["membership"]}),
    an_intent("cost", needs=("offer",), answer={"facet": True}, formerly=["price"]),
    an_intent("spoken", needs=("offer",), answer={"facet": True}),
    an_intent("how-to-start", needs=("event",), answer={"facet": True}, without_topic="after-school"),
    an_intent("list-offers", answer={"list": {"of": ["offer"]}}),
    an_intent("list-events", answer={"list": {"of": ["event"]}}),
    an_intent("list-networks", answer={"list": {"of": ["network"]}}),
    an_intent("list-werkstaetten", answer={"list": {"of": ["network"], "types": ["werkstatt"]}}),
    an_intent("after-school", answer={"text": "Da geht vieles."}),
    an_intent("language", kind="small_talk", answer={"text": "Deutsch und Englisch."}),
    an_intent("thanks", kind="small_talk", answer={"text": "Gern."}),
    an_intent("elsewhere", kind="out_of_scope", answer={"text": "Das liegt woanders."}),
    an_intent("off-topic", kind="out_of_scope", answer={"text": "Da bin ich raus."}),
)
WORLD: Catalogue = a_catalogue(*TOPICS, *QUESTIONS)
POLICY = Policy(WORLD)
NOTHING_SAID = a_context()


def decided(reading: Reading, context: Context = NOTHING_SAID) -> Decision:
    """Return what the policy makes of a message."""
    return POLICY.on_reading(reading, context)


def move_of(reading: Reading, context: Context = NOTHING_SAID) -> Move:
    """Return the next move after a message, however sure."""
    return however_sure(decided(reading, context).move)


def however_sure(move: Move) -> Move:
    """Return the move with the confidence it has by default: how sure the bot is gets tuned."""
    match move:
        case AnswerIntent():
            return replace(move, confidence=1.0)
        case AskWhich():
            return replace(move, confidence=0.5)
        case OfferChoices():
            return replace(move, confidence=0.4)
        case _:
            return move


def tapped(data: str, context: Context = NOTHING_SAID) -> Decision:
    """Return what the policy makes of a tap."""
    return POLICY.on_choice(data, context)
