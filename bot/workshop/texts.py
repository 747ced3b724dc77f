"""Compares the bot's own sentences across languages: keys, the words they let the bot fill in, facts of a register."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.text_files import Written, entries_of
from bot.knowledge import Problem
from bot.knowledge.problems import Severity, closest
from bot.knowledge.rules import LANGUAGES
from bot.model.values import DEFAULT_LANGUAGE, Language, base_of, is_register
from bot.workshop.registers import SAME_FACTS, SHORTER, different_facts, long_sentences
from bot.workshop.tenses import DAYS

_CHOICE = re.compile(r"\{ *\$[a-z-]+ *->|^ *\*?\[ *\w+ *\]|^ *\}", re.MULTILINE)
_NAMED = 5
_MANY = 4
"""So many lost sentences have one cause: a part of the file is gone."""
ENDS = "Hier hört die Datei auf"
"""How it begins that is told of a file that was cut off: what cannot be read from there on follows from it."""
_RESTORE = "Hole sie aus der letzten Fassung zurück."
_NEEDED = DAYS | {"source", "sources"}
_AGREED = 2
"""Languages that must agree before German is the one that is wrong."""


@dataclass(frozen=True, slots=True)
class GermanSlip:
    """What is wrong in German, and the keys about which nothing more is said."""

    keys: tuple[str, ...]
    problem: Problem


def text_problems(sources: Mapping[Language, str], folder: str) -> Iterator[Problem]:
    """Yield what is missing, twice there or filled in differently; *folder* is how staff see the folder.

    Of what cannot be read in one language, or stands there twice, nothing more is said in any: whoever reads the *sources*
    for good tells why.
    """
    entries = {language: list(entries_of(source)) for language, source in sources.items()}
    slipped = frozenset(entry.key for own in entries.values() for entry in own if not entry.readable)
    for language, own in entries.items():
        twice = tuple(_doubles(own, f"{folder}/{language}.ftl"))
        slipped |= {key for key, _ in twice}
        yield from (problem for _, problem in twice)
    ends = {language: max((entry.line for entry in own), default=1) for language, own in entries.items()}
    entries = {language: _without(own, slipped) for language, own in entries.items()}
    slips = tuple(_slips_in_german({language: _by_key(own) for language, own in entries.items()}, folder, ends[DEFAULT_LANGUAGE]))
    yield from (slip.problem for slip in slips)
    told = frozenset(key for slip in slips for key in slip.keys)
    for language, own in entries.items():
        file = f"{folder}/{language}.ftl"
        yield from _unmarked(own, file)
        german, by_key = [_without(entries[other], told) for other in (DEFAULT_LANGUAGE, language)]
        if language != DEFAULT_LANGUAGE:
            yield from _missing(language, _by_key(by_key), german, file, ends[language])
            yield from _against_german(language, _by_key(by_key), german, file)
        if is_register(language):
            yield from _in_register(_by_key(by_key), _without(entries.get(base_of(language), []), told), file)


def _by_key(entries: Iterable[Written]) -> Mapping[str, Written]:
    return {entry.key: entry for entry in entries}


def _without(entries: Iterable[Written], told: frozenset[str]) -> list[Written]:
    return [entry for entry in entries if entry.key not in told]


def _unmarked(entries: list[Written], file: str) -> Iterator[Problem]:
    """A word in braces is another sentence, which is hardly ever meant; what is filled in begins with a dollar."""
    keys = frozenset(entry.key for entry in entries)
    for entry in entries:
        for name in sorted(entry.unmarked - keys):
            message = f"In «{entry.key}» fehlt das $ vor «{name}»."
            yield Problem(file, entry.line, 1, "error", message, f"Schreib: {_filled_in([name])}")


def _new(own: Mapping[str, Written], german: Iterable[Written]) -> set[str]:
    return own.keys() - {entry.key for entry in german}


def _doubles(entries: list[Written], file: str) -> Iterator[tuple[str, Problem]]:
    first: dict[str, int] = {}
    for entry in entries:
        line = first.setdefault(entry.key, entry.line)
        if line != entry.line:
            message = f"Den Satz «{entry.key}» gibt es schon in Zeile {line}; der spätere gilt."
            yield entry.key, Problem(file, entry.line, 1, "warning", message, "Lösche einen der beiden.")


def _missing(language: Language, own: Mapping[str, Written], german: list[Written], file: str, end: int) -> Iterator[Problem]:
    """German and English are complete; what another language lacks is said in German, what a register lacks in its base.

    *end* is the line of the file's last entry, whether or not it can be read.
    """
    missing = [entry.key for entry in german if entry.key not in own]
    if language in LANGUAGES and not own:
        yield Problem(file, 1, 1, "error", "In dieser Datei steht kein Satz.", _RESTORE)
    elif language in LANGUAGES:
        order = [entry.key for entry in german]
        yield from (slip.problem for slip in _all_lost(missing, _new(own, german), own, order, (file, end)))
    elif missing:
        named = ", ".join(missing[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
        count = "Ein Satz fehlt" if len(missing) == 1 else f"{len(missing)} Sätze fehlen"
        them = "ihn" if len(missing) == 1 else "sie"
        yield Problem(file, 1, 1, "warning", f"{count} hier ({named}).", f"Der Bot sagt {them} auf {_said_in(language)}.")


def _said_in(language: Language) -> str:
    return "Deutsch" if base_of(language) in (language, DEFAULT_LANGUAGE) else f"«{base_of(language)}»"


def _in_register(own: Mapping[str, Written], base: list[Written], file: str) -> Iterator[Problem]:
    """A register says what its language says: the same facts, the same words filled in, in short sentences."""
    for entry in base:
        simpler = own.get(entry.key)
        if simpler is None:
            continue
        for name in sorted(entry.names - simpler.names):
            message = f"In «{entry.key}» fehlt {_filled_in([name])}, das setzt der Bot ein."
            yield Problem(file, simpler.line, 1, "error", message, SAME_FACTS)
        for message in different_facts(_plain(entry.text), _plain(simpler.text)):
            yield Problem(file, simpler.line, 1, "error", f"«{entry.key}»: {message}", SAME_FACTS)
        for message in long_sentences(_plain(simpler.text)):
            yield Problem(file, simpler.line, 1, "warning", f"«{entry.key}»: {message}", SHORTER)


def _filled_in(names: Iterable[str]) -> str:
    """Return how the words to be filled in are written."""
    return ", ".join(f"{{ ${name} }}" for name in sorted(names))


def _plain(text: str) -> str:
    """Return a text without what chooses between its forms: those are no words anybody hears."""
    return _CHOICE.sub(" ", text)


def _slips_in_german(sentences: Mapping[Language, Mapping[str, Written]], folder: str, end: int) -> Iterator[GermanSlip]:
    """Yield where German alone is otherwise: what two other languages agree on was there once."""
    german, file = sentences[DEFAULT_LANGUAGE], f"{folder}/{DEFAULT_LANGUAGE}.ftl"
    others = [own for language, own in sentences.items() if language != DEFAULT_LANGUAGE]
    written = {key: [own[key] for own in others if key in own] for own in others for key in own}
    agreed = {key: theirs for key, theirs in written.items() if len(theirs) >= _AGREED}
    order = [key for key in sentences.get(LANGUAGES[1], agreed) if key in agreed]
    missing = [key for key in (*order, *sorted(agreed.keys() - {*order})) if key not in german]
    yield from _all_lost(missing, german.keys() - written.keys(), german, order, (file, end))
    for key in sorted(agreed.keys() & german.keys()):
        if wrong := _filled_in_otherwise(german[key], agreed[key]):
            yield GermanSlip((key,), Problem(file, german[key].line, 1, *wrong))


def _all_lost(
    missing: Sequence[str], new: Collection[str], own: Mapping[str, Written], order: Sequence[str], end: tuple[str, int]
) -> Iterator[GermanSlip]:
    """Yield what is told of the sentences *missing* in a file that should have all: of each, or of a part that is gone.

    *new* are the keys only it has, *order* is how the sentences stand elsewhere, *end* its name and last line.
    """
    file, last = end
    named = {key: _now_called(key, new) for key in missing}
    gone = [key for key, near in named.items() if near is None]
    yield from (_lost(key, near, own, file) for key, near in named.items() if near or len(gone) < _MANY)
    if len(gone) < _MANY:
        return
    if [*order[-len(gone) :]] == gone:
        message = f"{ENDS}, {len(gone)} Sätze fehlen: «{gone[0]}» bis «{gone[-1]}»."
        yield GermanSlip(tuple(gone), Problem(file, last, 1, "error", message, _RESTORE))
    else:
        message = f"{len(gone)} Sätze fehlen hier ({', '.join(gone[:_NAMED])} …)."
        yield GermanSlip(tuple(gone), Problem(file, 1, 1, "error", message, _RESTORE))


def _now_called(key: str, new: Collection[str]) -> str | None:
    """Return which of the *new* keys a lost one is now: the nearest, or the only one."""
    return closest(key, new) or (next(iter(new)) if len(new) == 1 else None)


def _lost(key: str, near: str | None, german: Mapping[str, Written], file: str) -> GermanSlip:
    message = f"Der Satz «{key}» fehlt hier."
    if near is None:
        other = "en" if file.endswith(f"/{DEFAULT_LANGUAGE}.ftl") else DEFAULT_LANGUAGE
        return GermanSlip((key,), Problem(file, 1, 1, "error", message, f"Er steht in {other}.ftl."))
    advice = f"Heißt er jetzt «{near}»? Dann schreib wieder {key}."
    return GermanSlip((key, near), Problem(file, german[near].line, 1, "error", message, advice))


def _filled_in_otherwise(own: Written, theirs: Sequence[Written]) -> tuple[Severity, str, str] | None:
    """Return what is told where all other languages fill in the same and only German something else."""
    agreed = theirs[0].names
    if any(other.names != agreed for other in theirs) or own.names == agreed:
        return None
    wrong, lacking = own.names - agreed, agreed - own.names
    if not wrong:
        advice = f"Die anderen Sprachen sagen es. Ergänze {_filled_in(lacking)}."
        return _how_bad(lacking), f"In «{own.key}» fehlt {_filled_in(lacking)}.", advice
    renamed = len(wrong) == len(lacking) == 1
    known = f"Meintest du {_filled_in(lacking)}?" if renamed else f"Eingesetzt wird: {_filled_in(agreed) or 'nichts'}."
    return "error", f"In «{own.key}» kann der Bot {_filled_in(wrong)} nicht einsetzen.", known


def _how_bad(lacking: frozenset[str]) -> Severity:
    """Return how bad it is that a sentence lacks these: a day and a source are what the laws are about."""
    return "error" if lacking & _NEEDED else "warning"


def _against_german(language: Language, own: Mapping[str, Written], german: list[Written], file: str) -> Iterator[Problem]:
    """What German does not fill in nobody can; what only German fills in was forgotten. Registers are compared on their own."""
    for entry in german:
        other = own.get(entry.key)
        if other is None:
            continue
        if unknown := other.names - entry.names:
            message = f"In «{entry.key}» kann der Bot {_filled_in(unknown)} nicht einsetzen."
            known = _filled_in(entry.names) or "nichts"
            yield Problem(file, other.line, 1, "error", message, f"Auf Deutsch wird eingesetzt: {known}.")
        elif (lacking := entry.names - other.names) and not is_register(language):
            message = f"In «{entry.key}» fehlt {_filled_in(lacking)}, auf Deutsch sagt der Bot das."
            yield Problem(file, other.line, 1, _how_bad(lacking), message, "Ergänze es, sonst fehlt hier eine Angabe.")
    lost = {entry.key for entry in german} - own.keys() if language in LANGUAGES else set()
    told = {_now_called(key, _new(own, german)) for key in lost}
    yield from _beyond_german([own[key] for key in _new(own, german) - told], file)


def _beyond_german(entries: Iterable[Written], file: str) -> Iterator[Problem]:
    """Yield what is told of the entries that German does not have: each, or of many once."""
    some = sorted(entries, key=lambda entry: entry.line)
    if len(some) >= _MANY:
        message = f"{len(some)} Sätze gibt es nicht in de.ftl ({', '.join(entry.key for entry in some[:_NAMED])} …)."
        yield Problem(file, some[0].line, 1, "warning", message, "Fehlen sie dort, oder sind sie hier zu viel?")
    else:
        yield from (Problem(file, entry.line, 1, "warning", f"Den Satz «{entry.key}» gibt es nicht in de.ftl.") for entry in some)
