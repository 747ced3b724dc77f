"""What was talked about, asked once more: who it was, whether it still goes on or is over, what or who is there instead."""

from __future__ import annotations

from bot.dialogue.alike import alike
from bot.dialogue.pointing import points_at_him, points_back
from bot.dialogue.whats_on import asks_for_sorts
from bot.language.languages import of_any
from bot.model.answerable import can_answer, is_worth_asking, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.moves import AnswerIntent, Doubt
from bot.model.reading import Reading
from bot.model.topics import Dated, Organisation, Person, Topic

_AGAIN = of_any(lambda grammar: grammar.returning - grammar.back)
_WHO, _WHAT = of_any(lambda grammar: grammar.who), of_any(lambda grammar: grammar.interrogatives & grammar.happening)
_OTHERWISE = of_any(lambda grammar: grammar.interrogatives - grammar.happening - grammar.who)
_POINTING = of_any(lambda grammar: (grammar.there & grammar.subjects) | grammar.them | grammar.particular) - _WHO
_EMPTY = of_any(lambda grammar: grammar.stop_words | grammar.asking | grammar.joining)
_INSTEAD = of_any(lambda grammar: grammar.instead)
_LASTING, _HAPPENING = of_any(lambda grammar: grammar.lasting), of_any(lambda grammar: grammar.happening)
_INTERROGATIVES = of_any(lambda grammar: grammar.interrogatives)
_OVER, _THEN = of_any(lambda grammar: grammar.over), of_any(lambda grammar: grammar.concluding)
_DOING = of_any(lambda grammar: grammar.doing | grammar.helping)
_HEARSAY = of_any(lambda grammar: grammar.hearing)
_AGAINST = of_any(lambda grammar: grammar.contrasting | grammar.negating | grammar.no | grammar.protesting | grammar.sighing)
_IN_FRONT, _LONGEST_CLAIM = 3, 12
"""So near the beginning it is told that something is not right, in so few words what it is instead."""
_TRAILING = of_any(lambda grammar: grammar.there | grammar.joining)
_PLAIN = _EMPTY | _HAPPENING | _LASTING | _OVER
_ONLY_WHO = _EMPTY | _AGAIN | _WHO | _POINTING
_OF_TIMES = ("dates", "function", "history", "overview")
"""What tells whether something goes on, the first that it can answer; what it is does not tell that for sure."""
_OF_SORTS = ("working-groups", "fields-of-work", "content", "members")
"""What tells which there are, the first that it can answer."""
_UNSURE, _FUNCTION = "overview", "function"
_HELP, _OF_HELP = "who-helps", frozenset({"audience", "help-with", "requirements", "contact", "press", "content", "goals"})
"""Who helps then is asked behind whom something is for and what it helps with, which may be nothing for oneself."""


def recalled(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return what is told where nothing but who or what that was is asked, whether it still goes on, or what there is instead.

    So it is of who helps then, and of which there are, and of what somebody read elsewhere.
    """
    if not context.has_begun:
        return None
    told = _who_or_what(catalogue, reading, context) or _still_there(catalogue, reading, context)
    told = told or _disputed(catalogue, reading, context) or _which_there_are(catalogue, reading, context)
    return told or _instead(catalogue, reading, context) or _who_then(catalogue, reading, context)


def asks_whether_it_lasts(reading: Reading) -> bool:
    """Tell whether nothing is asked but whether what was spoken of still goes on: "gibt es die noch", not "gibt es noch was".

    Or whether it is over: "sind die schon durch", also by its kind: "ist der Kurs schon rum".
    """
    words = [word for _, word in reading.words]
    while words and words[-1] in _TRAILING and not (_LASTING | _OVER).isdisjoint(words[:-1]):
        words.pop()
    over = not _OVER.isdisjoint(words[-1:])
    kinds = reading.named("kind") if over else ()
    covered = {at for kind in kinds for at in range(kind.first, kind.last)}
    said = {word for at, word in enumerate(words) if at not in covered}
    plain = said <= _PLAIN and _INTERROGATIVES.isdisjoint(said) and len(reading.mentions) == len(kinds)
    pointing = words[:-1] if over else words
    back = bool(kinds) or points_back(pointing) or points_at_him(pointing)
    return plain and back and (over or not _LASTING.isdisjoint(words[-1:]))


def _still_there(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    topic = _meant(catalogue, reading, context) if asks_whether_it_lasts(reading) else None
    intents = (catalogue.intent(name) for name in _OF_TIMES if name != _FUNCTION or isinstance(topic, Person))
    able = next((intent for intent in intents if topic and intent and is_worth_asking(topic, intent)), None)
    doubt = Doubt("doubt-detail") if able and able.id == _UNSURE else None
    return AnswerIntent(able.id, topic.id, doubt=doubt) if topic and able else None


def _disputed(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return the last answer once more where something else was read or heard: "aber in der Zeitung stand 2026"."""
    words = [word for _, word in reading.words]
    topic, last = _latest(catalogue, context), catalogue.intent(context.intent)
    claims = bool(reading.named("period")) or any(word.isdecimal() for word in words)
    against = claims and not _AGAINST.isdisjoint(words[:_IN_FRONT]) and not _HEARSAY.isdisjoint(words)
    asks = reading.text.rstrip().endswith("?") or not _INTERROGATIVES.isdisjoint(words) or len(words) > _LONGEST_CLAIM
    if not against or asks or reading.named("topic") or topic is None or last is None or not can_answer(topic, last):
        return None
    return AnswerIntent(last.id, topic.id, doubt=Doubt("doubt-heard"))


def _meant(catalogue: Catalogue, reading: Reading, context: Context) -> Topic | None:
    """Return what was talked about; the person named with it where one is pointed at, unless it has dates itself: "der Kurs"."""
    latest, him = _latest(catalogue, context), points_at_him([word for _, word in reading.words])
    person = _latest(catalogue, context, of_people=True) if him and not isinstance(latest, Dated) else None
    return person or latest


def _instead(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return what there is in place of what is over: what it is today, or what is like it where that was just told."""
    words = {word for _, word in reading.words}
    asks = not words.isdisjoint(_INSTEAD) and words <= _EMPTY | _HAPPENING | _INSTEAD and not reading.mentions
    topic = _latest(catalogue, context) if asks else None
    told = what_it_is(catalogue, topic) if topic else None
    if topic is None or told is None or context.has_just_heard(told.id, topic.id):
        return alike(catalogue, context) if topic else None
    return AnswerIntent(told.id, topic.id)


def _which_there_are(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return of what sorts there is what is talked about, where nothing but that is asked: "was für welche gibts"."""
    topic = _latest(catalogue, context) if asks_for_sorts(reading) else None
    intents = (intent for name in _OF_SORTS if (intent := catalogue.intent(name)))
    return next((AnswerIntent(each.id, topic.id) for each in intents if topic and can_answer(topic, each)), None)


def _who_then(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    """Return who helps where what is talked about does not: "wer dann", "wer macht das dann"."""
    words = [word for _, word in reading.words]
    asks = not (_WHO.isdisjoint(words) or _THEN.isdisjoint(words[-1:])) and set(words) <= _EMPTY | _WHO | _DOING
    helps = catalogue.intent(_HELP) if asks and context.topics and context.intent in _OF_HELP else None
    return AnswerIntent(helps.id) if helps else None


def _who_or_what(catalogue: Catalogue, reading: Reading, context: Context) -> AnswerIntent | None:
    words = {word for _, word in reading.words}
    again = not words.isdisjoint(_AGAIN)
    plain = words <= _ONLY_WHO and words.isdisjoint(_OTHERWISE) and not reading.mentions
    if not plain or words.isdisjoint(_POINTING):
        return None
    if not words.isdisjoint(_WHO):
        latest = _latest(catalogue, context)
        topic = _latest(catalogue, context, of_people=True) or (latest if again or isinstance(latest, Organisation) else None)
    else:
        topic = _latest(catalogue, context) if again and not words.isdisjoint(_WHAT) else None
    told = what_it_is(catalogue, topic) if topic else None
    return AnswerIntent(told.id, topic.id) if topic and told else None


def _latest(catalogue: Catalogue, context: Context, *, of_people: bool = False) -> Topic | None:
    """Return what was named last, the one person of the last reply before what it was about."""
    named = (*context.listed[:1], *context.topics[:1]) if of_people else context.topics[:1]
    topics = (topic for name in named if (topic := catalogue.topic(name)))
    return next((topic for topic in topics if not of_people or isinstance(topic, Person)), None)
