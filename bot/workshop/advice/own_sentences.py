"""The bot's own sentences: what is odd about how they speak, and cases and words that will never be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.answers.text_files import Written, entries_of
from bot.knowledge import Problem
from bot.model.values import Language
from bot.workshop.advice.prose import spoken_advice

_FILLED_IN = re.compile(r"\{ *\$[a-z][\w-]* *\}")
_CASE = re.compile(r"^ *\*?\[ *([^\]\s]+) *\]", re.MULTILINE)
_CASES = re.compile(r"\{ *\$[a-z][\w-]* *->|^ *\*?\[ *[^\]\s]+ *\]|^ *\}", re.MULTILINE)
_COUNTED = re.compile(r"\d+|zero|one|two|few|many|other")
_TO_STAFF = "terminal-"
"""How the keys of sentences begin that only the terminal says: they show how a command is written."""
_STANDS_FOR = "x"
"""In place of what is filled in: a letter that no rule about sentences looks for."""


def own_sentence_advice(sources: Mapping[Language, str], folder: str) -> Iterator[Problem]:
    """Yield what is odd about the sentences in *sources*; *folder* is how staff see their folder."""
    read = {language: [entry for entry in entries_of(source) if entry.readable] for language, source in sources.items()}
    cases = {language: {entry.key: set(_CASE.findall(entry.text)) for entry in own} for language, own in read.items()}
    for language, own in read.items():
        others = [known for other, known in cases.items() if other != language]
        for entry in (each for each in own if not each.key.startswith(_TO_STAFF)):
            known = set().union(*(other.get(entry.key, set()) for other in others))
            for message, advice in _told(language, entry, known):
                yield Problem(f"{folder}/{language}.ftl", entry.line, 1, "warning", f"«{entry.key}»: {message}", advice)


def _told(language: Language, entry: Written, known: set[str]) -> Iterator[tuple[str, str]]:
    for case in sorted(set(_CASE.findall(entry.text)) - known):
        if not _COUNTED.fullmatch(case):
            yield f"Der Fall [{case}] tritt nie ein.", "Für Zahlen heißen sie one und other, sonst wie in den anderen Sprachen."
    text = _CASES.sub(" ", _FILLED_IN.sub(_STANDS_FOR, entry.text)).strip()
    for name in sorted(entry.bare):
        yield f"«${name}» steht ohne Klammern, der Bot sagt es genau so.", f"Schreib: {{ ${name} }}"
    if text[:1] == text[-1:] == '"' and len(text) > 1:
        yield "Die Anführungszeichen am Anfang und Ende spricht der Bot mit.", "Lösche sie, hier braucht ein Satz keine."
    yield from (flaw.wording[:2] for flaw in spoken_advice((language,), text) if flaw.severity == "warning")
