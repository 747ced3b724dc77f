"""What must be true within one file beyond the shape of its values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pydantic import BaseModel

from bot.knowledge.dates import YEARS, wrong_year
from bot.knowledge.fields import choices_at
from bot.knowledge.german import value_for
from bot.knowledge.loading import Loaded
from bot.knowledge.nodes import Scalar, node_at
from bot.knowledge.problems import LANGUAGE, Flaw, Loc, Severity, Wording, closest, did_you_mean, listed
from bot.knowledge.run_rules import run_flaws
from bot.knowledge.shape import Model
from bot.knowledge.walk import Inside
from bot.model.intents import ANY_ROLE, Intent
from bot.model.paths import MOST_CHOICES, Path
from bot.model.synonyms import Synonyms
from bot.model.topics import TOPIC_CLASSES, Dated, Place, Topic
from bot.model.values import DEFAULT_LANGUAGE, LANGUAGE_KEY, Source, base_of, is_register

LANGUAGES = (DEFAULT_LANGUAGE, "en")  # the bot's own; a further texts file adds one
PLACEHOLDERS = ("topic", "person", "theme", "place", "period", "name", "elsewhere")
ENOUGH_EXAMPLES = 10
KINDS = tuple(topic_class.kind for topic_class in TOPIC_CLASSES)
TYPES = tuple(sorted({kind for topic_class in TOPIC_CLASSES for kind in choices_at(topic_class, ("type",))}))
_STATING = (
    "summary", "facets", "runs", "recurs", "people", "history", "parts", "members",
    "functions", "links", "phone", "mail", "address",
)  # fmt: skip
_ALWAYS_PROSE = frozenset({"text", "missing", "say"})  # sentences: even a plain value needs a translation
_OTHER_BRACKETS = re.compile(r"[(<\[](\w+)[)>\]]")
_SEVERAL = re.compile(r"\s*[,;]\s*|\s+-\s+")
_SHOWN = 60
_NAMED = 3
_LETTER = re.compile(r"[^\W\d_]")
_NAMES = frozenset({"title", "label"})
_SENTENCE = re.compile(r"\S+(?:\s+\S+){3,}[.!?…][“”\"»]?", re.DOTALL)
"""Four words and an end: anything shorter may be the same in every register, as names are."""
_BRACES = re.compile(r"\{([^{}]*)\}")


def flaws_within(entry: Loaded[Model], languages: frozenset[str]) -> Iterator[Flaw]:
    """Yield what is wrong in one file, looked at alone. *languages* are those the bot has texts for."""
    thing, inside = entry.thing, entry.inside
    yield from _language_flaws(entry, languages)
    yield from _source_flaws(thing, inside)
    yield from _year_flaws(inside)
    if isinstance(thing, Topic):
        yield from _unsourced(thing)
        yield from _several_as_one(entry)
    if isinstance(thing, Place):
        yield from _no_phrase(thing)
    if isinstance(thing, Dated):
        yield from run_flaws(thing.runs)
    if isinstance(thing, Intent | Path):
        yield from _example_flaws(thing, inside)
        yield from _unknown_languages(("examples",), thing.examples, languages)
    if isinstance(thing, Intent):
        yield from _intent_flaws(thing, inside)
        yield from _unknown_languages(("tests",), thing.tests, languages)
        yield from _unknown_languages(("not_this",), thing.not_this, languages)
        yield from _language_set_flaws(thing, languages)
    if isinstance(thing, Path):
        yield from _path_flaws(thing)


def synonym_flaws(synonyms: Synonyms) -> Iterator[Flaw]:
    """Yield the words that are listed in vain: what stands right of the colon is not looked up again."""
    for language, table in synonyms.replace.items():
        leading: defaultdict[str, list[str]] = defaultdict(list)
        for word, meant in table.items():
            leading[meant].append(word)
        for word, meant in table.items():
            loc: Loc = ("replace", language, word)
            if not _LETTER.search(word):
                wording = Wording("Links vom Doppelpunkt steht kein Wort.", "Ergänze es oder lösche die Zeile.")
                yield Flaw(loc, wording, "warning", at_key=True)
            elif meant.casefold() == word.casefold():
                wording = Wording(f"«{word}» steht für sich selbst.", "Schreib rechts, was gemeint ist.")
                yield Flaw(loc, wording, "warning", at_key=True)
            elif (further := table.get(meant)) and further != meant and len(leading[meant]) == 1:
                message = f"Auch «{meant}» wird ersetzt, aber nicht noch einmal."
                yield Flaw(loc, Wording(message, f"Schreib gleich: {word}: {further}"), "warning", at_key=True)
            elif len(leading[word]) > 1:
                message = f"«{word}» steht auch rechts, bei {listed(leading[word][:_NAMED])}."
                yield Flaw(loc, Wording(message, "Sind links und rechts vertauscht?"), "warning", at_key=True)


def _unsourced(topic: Topic) -> Iterator[Flaw]:
    """Law 2: a topic that states facts says where they are from."""
    stated = next((name for name in _STATING if getattr(topic, name, None)), None)
    if stated and not topic.sources:
        advice = "Ergänze unter «sources», woher sie sind: title, url und read."
        yield Flaw((stated,), Wording("Hier stehen Fakten, aber keine Quelle.", advice), cut=(), at_key=True)


def _several_as_one(entry: Loaded[Model]) -> Iterator[Flaw]:
    """A single name may stand alone; with a comma in it several were meant."""
    names = entry.draft.root.values.get("also_called")
    if isinstance(names, Scalar) and _SEVERAL.search(names.text):
        text = _SEVERAL.sub(", ", names.text)
        message = f"«{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}» ist so ein einziger Name."
        listing = f"in eckige Klammern: [{text}]" if len(text) <= _SHOWN else "in eigene Zeilen, jede beginnt mit „- “."
        advice = f"Mehrere gehören {listing}"
        yield Flaw(("also_called",), Wording(message, advice), "warning")


def _no_phrase(place: Place) -> Iterator[Flaw]:
    """Where something is stands within a sentence and so begins with a small word: in, an, bei."""
    said = place.where[DEFAULT_LANGUAGE]
    if not said[:1].islower():
        message = f"Der Bot sagt so: «Das ist {said}.»"
        yield Flaw(("where", DEFAULT_LANGUAGE), Wording(message, f"Ergänze das Wort davor, zum Beispiel: in {said}"), "warning")


def _source_flaws(thing: BaseModel, inside: Inside) -> Iterator[Flaw]:
    """What a fact is from is a key of the file's own sources; without it the fact would get a wrong one."""
    sources: Mapping[str, Source] = getattr(thing, "sources", {})
    for cut, loc, value in _named_sources(inside):
        if isinstance(value, str) and value not in sources:
            near = did_you_mean(value, sources)
            advice = near or (f"Möglich sind: {', '.join(sources)}." if sources else "Ergänze sie dort.")
            yield Flaw(
                loc, Wording(f"Die Quelle «{value}» steht nicht unter «sources».", advice), cut=cut
            )


def _named_sources(inside: Inside) -> Iterator[tuple[Loc, Loc, object]]:
    """Yield what is from a source, where that is named, and what is named there."""
    for loc, value in inside.named("source"):
        yield loc[:-1], loc, value
    for loc, value in inside.named("also_from"):
        yield from ((loc[:-1], (*loc, number), each) for number, each in enumerate(value if isinstance(value, tuple) else ()))


def _year_flaws(inside: Inside) -> Iterator[Flaw]:
    for loc, value in inside.values:
        if isinstance(value, date) and value.year not in YEARS:
            cut = loc[:2] if loc[0] == "runs" else None
            yield Flaw(loc, wrong_year(value.year), cut=cut)


def _language_flaws(entry: Loaded[Model], languages: frozenset[str]) -> Iterator[Flaw]:
    told = [(loc, value) for loc, value in entry.inside.mappings if isinstance(value.get(DEFAULT_LANGUAGE), str)]
    for loc, value in told:
        yield from _prose_flaws(loc, value, entry, languages)
    for register in filter(is_register, sorted(languages)):
        yield from _left_out_of(register, told)


def _left_out_of(register: str, told: Sequence[tuple[Loc, Mapping[str, object]]]) -> Iterator[Flaw]:
    """Where a file has a register, every sentence of it should: the one without was forgotten."""
    if any(register in prose for _, prose in told):
        for loc, prose in told:
            if register not in prose and loc[-1] not in _NAMES and _SENTENCE.fullmatch(str(prose.get(base_of(register), ""))):
                message = f"Hier fehlt die Fassung «{register}», die der Rest der Datei hat."
                yield Flaw(loc, Wording(message, f'Ergänze {register}: "…".'), "warning")


def _prose_flaws(
    loc: Loc, prose: Mapping[str, object], entry: Loaded[Model], languages: frozenset[str]
) -> Iterator[Flaw]:
    if LANGUAGES[1] not in prose and (loc[-1] in _ALWAYS_PROSE or not isinstance(node_at(entry.draft.root, loc), Scalar)):
        yield Flaw(loc, Wording("Hier fehlt der englische Text.", 'Ergänze en: "…".'), "warning")
    yield from _unknown_languages(loc, prose, languages)


def _unknown_languages(loc: Loc, by_language: Mapping[str, object], languages: frozenset[str]) -> Iterator[Flaw]:
    for key in sorted(by_language.keys() - languages):
        known = listed(sorted(languages), "oder")
        near = "" if is_register(key) else did_you_mean(key, languages) or did_you_mean(key[:2], languages)
        advice = near or f"Möglich sind {known}; für sie fehlt die Datei texts/{key}.ftl."
        severity: Severity = "warning" if LANGUAGE_KEY.match(key) else "error"  # a word is no language anybody could add
        wording, lacking = Wording(f"Die Sprache «{key}» kennt der Bot nicht.", advice), f"{LANGUAGE}{key}"
        yield Flaw((*loc, key), wording, severity, at_key=True, lacking=lacking if severity == "warning" else "")


def _path_flaws(path: Path) -> Iterator[Flaw]:
    """No dead end and no loop without a way out: from every step somebody or something is reached."""
    if not path.steps:
        yield Flaw(("steps",), Wording("Der Weg hat keine Schritte.", "Ergänze mindestens einen."), cut=(), at_key=True)
        return
    reached, leading_out = path.reached(), path.leading_out()
    # A button to nearly this name was meant for it, and is told where it stands.
    elsewhere = {way.to for step in path.steps.values() for way in step.choices} - path.steps.keys()
    for name, step in path.steps.items():
        loc: Loc = ("steps", name)
        if name not in leading_out:
            message = f"Vom Schritt «{name}» führt kein Weg zu einem Ende."
            yield Flaw(loc, Wording(message, "Ergänze «end» oder einen Knopf, der hinausführt."), cut=(), at_key=True)
        if name not in reached and not closest(name, elsewhere):
            advice = "Ergänze einen Knopf dorthin oder lösche den Schritt."
            yield Flaw(loc, Wording(f"Zum Schritt «{name}» führt kein Knopf.", advice), "warning", at_key=True)
        if len(step.choices) > MOST_CHOICES:
            message = f"{len(step.choices)} Knöpfe sind zu viele."
            advice = f"Höchstens {MOST_CHOICES} sind überschaubar."
            yield Flaw((*loc, "choices"), Wording(message, advice), cut=(), at_key=True)


def _example_flaws(asked: Intent | Path, inside: Inside) -> Iterator[Flaw]:
    count = len(asked.examples.get(DEFAULT_LANGUAGE, ()))
    if count < ENOUGH_EXAMPLES:
        message = f"Zu wenige deutsche Beispiele: {count}."
        advice = f"Ab {ENOUGH_EXAMPLES} verschiedenen versteht der Bot die Frage gut."
        yield Flaw(("examples",), Wording(message, advice), "warning", at_key=True)
    for loc, sentence in inside.texts("examples", "*", "*"):
        yield from _placeholder_flaws(loc, sentence)
        if not _LETTER.search(sentence):
            yield Flaw(loc, Wording(f"Im Beispiel «{sentence}» steht kein Wort.", "Lösche es."), "warning")
        if (found := _OTHER_BRACKETS.search(sentence)) and found[1] in PLACEHOLDERS:
            message = f"«{found[0]}» ist kein Platzhalter, der Bot liest es als Wort."
            yield Flaw(loc, Wording(message, f"Meintest du {{{found[1]}}}?"), "warning")


def _intent_flaws(thing: Intent, inside: Inside) -> Iterator[Flaw]:
    yield from _own_ways(thing)
    for role in thing.needs.keys() - {*PLACEHOLDERS, *KINDS}:
        near = did_you_mean(role, PLACEHOLDERS) or f"Möglich sind: {', '.join(PLACEHOLDERS)}."
        yield Flaw(("needs", role), Wording(f"«{role}» gibt es unter needs nicht.", near), cut=("needs", role), at_key=True)
    yield from _closed(inside, ("needs", "*", "*"), (*KINDS, ANY_ROLE), "Eine Art")
    yield from _closed(inside, ("answer", "list", "of", "*"), KINDS, "Eine Art")
    yield from _closed(inside, ("answer", "list", "types", "*"), TYPES, "Einen Typ")


def _own_ways(intent: Intent) -> Iterator[Flaw]:
    """A button to where one is, or two to the same place, lead nowhere; what belongs elsewhere does not belong here."""
    for number, target in enumerate(intent.answer.next):
        if target == intent.id or target in intent.answer.next[:number]:
            twice = f"Der Knopf «{target}» steht zweimal da."
            message = "Der Knopf führt zur Frage selbst zurück." if target == intent.id else twice
            yield Flaw(("answer", "next", number), Wording(message, "Lösche ihn."), "warning")
    for number, named in enumerate(intent.answer.about):
        if named in intent.answer.about[:number]:
            wording = Wording(f"Der Eintrag «{named}» steht zweimal da.", "Lösche ihn einmal.")
            yield Flaw(("answer", "about", number), wording, "warning")
    for language, entries in intent.not_this.items():
        for number, entry in enumerate(entries):
            for sentence in (sentence for sentence, owner in entry.items() if owner == intent.id):
                message = f"«{sentence}» soll nicht hierher gehören und doch zu «{intent.id}», das ist diese Frage."
                advice = "Nenne die Frage, zu der er gehört."
                yield Flaw(("not_this", language, number, sentence), Wording(message, advice), "warning")


def _language_set_flaws(intent: Intent, languages: frozenset[str]) -> Iterator[Flaw]:
    language = intent.answer.language
    if language is not None and language not in languages:
        message = f"Auf «{language}» kann der Bot nicht wechseln: Es gibt keine Datei texts/{language}.ftl."
        advice = f"Möglich sind {listed(sorted(languages), 'oder')}."
        yield Flaw(("answer", "language"), Wording(message, did_you_mean(language, languages) or advice), cut=())


def _placeholder_flaws(loc: Loc, sentence: str) -> Iterator[Flaw]:
    for name in _BRACES.findall(sentence):
        if name not in PLACEHOLDERS:
            allowed = " ".join(f"{{{known}}}" for known in PLACEHOLDERS)
            near = did_you_mean(name, PLACEHOLDERS).replace("du ", "du {").replace("?", "}?")
            yield Flaw(
                loc,
                Wording(f"Den Platzhalter {{{name}}} gibt es nicht.", near or f"Möglich sind: {allowed}."),
                cut=loc,
            )
    if set("{}") & set(_BRACES.sub("", sentence)):
        yield Flaw(
            loc,
            Wording("Eine Klammer ist nicht geschlossen oder nicht geöffnet.", "Schreib {topic}."),
            cut=loc,
        )


def _closed(inside: Inside, pattern: tuple[str, ...], allowed: tuple[str, ...], what: str) -> Iterator[Flaw]:
    for loc, value in inside.texts(*pattern):
        if value not in allowed:
            known = value_for(value)
            near = f"Meintest du {known}?" if known in allowed else did_you_mean(value, allowed)
            advice = near or f"Möglich sind: {', '.join(allowed)}."
            yield Flaw(loc, Wording(f"{what} «{value}» gibt es nicht.", advice), cut=loc)
