"""What is said beside answers: start links to hand out, wishes to be told, and what was wished to be told."""

from __future__ import annotations

from bot.answers import start_links, tidings, wishes
from bot.answers.drafts import Draft
from bot.answers.scope import Piece, Scope
from bot.model.answerable import runs_of
from bot.model.intents import END_WISHES, WISHES
from bot.model.moves import Beside, EndWishes, MakeWish, ShowLink, ShowWishes, WhichLink
from bot.model.wishes import Tiding

LINK, WISH = "link", "wish"


def aside(scope: Scope, move: Beside) -> Draft:
    """Return what is said to a move that asks nothing about the Lausitz."""
    match move:
        case ShowLink(link):
            return Draft(start_links.handed_out(scope, link), start_links.tries(scope, link), LINK)
        case WhichLink(links):
            return Draft((Piece(scope.say("link-which")),), start_links.which(scope, links), LINK)
        case MakeWish(name):
            topic = scope.catalogue.topics[name]
            return Draft((wishes.made(scope, topic, move),), wishes.after_wish(scope, topic, move), WISH, (topic.id,))
        case EndWishes():
            return Draft((wishes.ended(scope, move),), wishes.after_end(scope, move), END_WISHES)
        case ShowWishes(wished):
            return Draft((wishes.listed(scope, wished),), wishes.ends(scope, wished), WISHES)


def tiding(scope: Scope, tiding: Tiding) -> Draft | None:
    """Return what is said of a tiding on the scope's day; None where it is no longer true."""
    topic = scope.catalogue.topic(tiding.topic)
    run = next((run for run in runs_of(topic) if run.id == tiding.run), None) if topic else None
    if topic is None or run is None or not tidings.is_true(tiding, run, scope.today):
        return None
    said, steps = tidings.told(scope, topic, run, tiding), tidings.answers_to(scope, topic, tiding)
    return Draft((said,), steps, WISH, (topic.id,))
