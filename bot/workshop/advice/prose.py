"""The sentences the bot speaks: tone, length, and what does not belong into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from bot.knowledge import Entry
from bot.knowledge.german import MONTHS
from bot.knowledge.problems import Flaw, Loc, Wording
from bot.knowledge.quoting import quoted
from bot.language.fold import fold
from bot.language.languages import GRAMMARS
from bot.model.intents import Intent
from bot.model.reply import LABEL_LIMIT, MOST_CHARACTERS
from bot.model.topics import Topic
from bot.model.values import DEFAULT_LANGUAGE, LANGUAGE_KEY, base_of

_SPOKEN = (
    "summary", "facets", "recurs", "instead", "people", "parts", "members", "functions", "phone", "mail", "address",
    "history", "answer", "missing", "where", "title", "steps",
)  # fmt: skip
_TAUGHT = ("examples", "tests")
"""What is asked, by language."""
_DATED = frozenset({"history", "functions"})
"""Where a sentence stands beside its own date."""
_MONTHS = "|".join(MONTHS)
DATE = re.compile(rf"\b\d{{1,2}}\. ?\d{{1,2}}\. ?\d{{2,4}}\b|\b(?:\d{{1,2}}\. ?)?(?:{_MONTHS}) \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b")
_DIGIT = re.compile(r"\d")
# Within a sentence, a capital "Sie" or "Ihr" can only be the polite form.
_POLITE = re.compile(r"(?<=[a-zäöüß,;)] )(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)\b")
_FAMILIAR = re.compile(r"\b(?:du|dich|dir|dein(?:e[nmrs]?)?)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]+|#\d+);|\*\*|\]\(https?:")
_WORDLESS = re.compile(r"\W*$")
_HINTS = ("TODO", "FIXME", "TBD", "XXX", "???", "orem ipsum", "ergänzen", "ausfüllen", "ext folgt")
"""One of them is in every sentence that is `_UNFINISHED`: they are found in a tenth of the time."""
_UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX)\b|[Ll]orem ipsum|\?\?\?|"
    r"\b(?:[Nn]och|[Bb]itte|[Hh]ier) (?:zu )?(?:ergänzen|ausfüllen)\b|\b[Tt]ext folgt\b"
)
_GERMAN = re.compile(
    r"\b(?:und|der|die|das|den|dem|ist|sind|nicht|für|mit|eine?|auf|aus|von|zu|im|du|dich|auch|oder|wenn|bei|zum|zur|schon)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|and|is|of|for|with|you|are|not|this|your|or|when|to|at|from)\b", re.IGNORECASE)
_SMALL_WORDS = MappingProxyType({"de": (_GERMAN, _ENGLISH), "en": (_ENGLISH, _GERMAN)})
_CLEARLY = 3
_MARKS = "„“”\"«»‚‘’'"
_SHOWN = 60
_ASKING = frozenset[str]().union(*(grammar.asking for grammar in GRAMMARS.values()))
_SHORTEST_NAME = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACES = re.compile(r"\{\s*\$?\w*\s*\}")


def prose_advice(entry: Entry) -> Iterator[Flaw]:
    """Yield what is odd about the sentences of one file."""
    for loc, text in entry.inside.all_texts:
        if text[:1] in _MARKS and (flaw := _marked(loc, text)):
            yield flaw
    for root in _SPOKEN:
        for loc, text in entry.inside.under(root):
            if _is_language(str(loc[-1])):
                yield from spoken_advice(loc, text)
    yield from _taught(entry)
    if isinstance(entry.thing, Intent):
        yield from _button(entry.thing)
    if isinstance(entry.thing, Topic):
        yield from _name(entry.thing)


def _taught(entry: Entry) -> Iterator[Flaw]:
    """What is asked may say anything, but in its language."""
    for root in _TAUGHT:
        for loc, text in entry.inside.under(root):
            if text.count(" ") >= _CLEARLY:  # fewer words cannot tell, and there are very many of them
                yield from _foreign((root, str(loc[1])), text, loc)


def _marked(loc: Loc, text: str) -> Flaw | None:
    """Quotation marks around a whole text are meant for YAML, which knows the straight ones only."""
    inside = text[1:].strip()
    if not any(mark in inside for mark in _MARKS):
        message = f"Zu «{text[0]}» am Anfang fehlt das zweite Anführungszeichen."
    elif inside[-1] in _MARKS and not any(mark in inside[:-1] for mark in _MARKS):
        message = f"Die Anführungszeichen «{text[0]}…{inside[-1]}» gehören so zum Text, der Bot schreibt sie mit."
    else:
        return None
    plain = inside.strip(_MARKS)
    advice = f"Nimm gerade: {quoted(plain)}" if len(plain) <= _SHOWN else 'Nimm gerade: "…"'
    return Flaw(loc, Wording(message, advice), "warning")


def _is_language(key: str) -> bool:
    return LANGUAGE_KEY.match(key) is not None and len(base_of(key)) == len(DEFAULT_LANGUAGE)


def spoken_advice(loc: Loc, text: str) -> Iterator[Flaw]:
    """Yield what is odd about one sentence; the last of *loc* is its language."""
    if len(text) > MOST_CHARACTERS:
        message = f"Der Text hat {len(text)} Zeichen, eine ganze Antwort höchstens {MOST_CHARACTERS}."
        yield Flaw(loc, Wording(message, "Kürze ihn oder teile ihn auf mehrere Fragen auf."))
    if "{" in text and (found := _BRACES.search(text)):
        message = f"Hier setzt der Bot nichts ein, er sagt «{found[0]}» genau so."
        yield Flaw(loc, Wording(message, "Schreib aus, was gemeint ist."), "warning")
    if found := _MARKUP.search(text):
        message = f"«{found[0]}» steht genau so in der Antwort, Auszeichnungen wie im Web gibt es hier nicht."
        yield Flaw(loc, Wording(message, "Lösche es."), "warning")
    hinted = any(hint in text for hint in _HINTS)
    if found := _UNFINISHED.search(text) if hinted else _WORDLESS.match(text):
        message = f"Hier steht noch kein fertiger Text («{found[0]}»)."
        yield Flaw(loc, Wording(message, "Schreib ihn zu Ende oder lösche die Zeile."), "warning")
    yield from _foreign(loc, text)
    if base_of(str(loc[-1])) == DEFAULT_LANGUAGE:
        yield from _tone(loc, text)
        yield from _date(loc, text)


def _foreign(loc: Loc, text: str, at: Loc = ()) -> Iterator[Flaw]:
    """A text copied under the wrong language has several of the other's small words and none of its own."""
    language = base_of(str(loc[-1]))
    own, other = _SMALL_WORDS.get(language, (None, None))
    if own and other and not own.search(text) and len(other.findall(text)) >= _CLEARLY:
        message = f"Unter «{loc[-1]}» steht ein Text in einer anderen Sprache."
        yield Flaw(at or loc, Wording(message, "Übersetze ihn oder lösche die Zeile."), "warning")


def _tone(loc: Loc, text: str) -> Iterator[Flaw]:
    polite = _POLITE.search(text)
    if polite and _FAMILIAR.search(text):
        message = f"Hier stehen du und Sie nebeneinander («{polite[0]}»)."
        yield Flaw(loc, Wording(message, "Der Bot sagt du."), "warning")
    elif polite:
        yield Flaw(loc, Wording(f"«{polite[0]}»: Der Bot sagt du, nicht Sie.", "Schreib es mit du."), "warning")


def _date(loc: Loc, text: str) -> Iterator[Flaw]:
    if loc[0] not in _DATED and _DIGIT.search(text) and (found := DATE.search(text)):
        message = f"Das Datum «{found[0]}» steht in einem Satz, der bleibt."
        advice = "Trag es unter runs, history oder as_of ein, dann weiß der Bot, wann es vorbei ist."
        yield Flaw(loc, Wording(message, advice), "warning")


def _button(intent: Intent) -> Iterator[Flaw]:
    for language, text in intent.title.items():
        if len(text) > LABEL_LIMIT:
            message = f"Auf den Knopf passen {LABEL_LIMIT} Zeichen, hier sind es {len(text)}."
            yield Flaw(("title", language), Wording(message, "Kürze die Frage."), "warning")


def _name(topic: Topic) -> Iterator[Flaw]:
    for language, title in topic.title.items():
        if all(len(name) > LABEL_LIMIT for name in (title, *topic.also_called)):
            message = f"Auf den Knopf passen {LABEL_LIMIT} Zeichen, hier sind es {len(title)}."
            yield Flaw(("title", language), Wording(message, "Trag einen kurzen Namen unter also_called ein."), "warning")
    for number, name in enumerate(topic.also_called):
        if fold(name) in _ASKING or len(name) < _SHORTEST_NAME or _YEAR.fullmatch(name):
            message = f"«{name}» sagen Leute auch, wenn sie etwas anderes meinen."
            yield Flaw(("also_called", number), Wording(message, "Lösche den Namen oder schreib ihn ganz aus."), "warning")
