"""The bot's own sentences, in Fluent; the only door to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.errors import BotError
from bot.language.remembering import remembered
from bot.model.values import Language, fallbacks

_REMEMBERED = 8
"""More than the bot has languages."""


class BrokenTexts(BotError):
    """A texts file holds an entry that Fluent cannot read, or lacks a sentence."""


class Texts:
    """Sentences by language and key.

    Raises BrokenTexts when made from sources that hold unreadable entries: Fluent itself would
    drop them silently.
    """

    def __init__(self, sources: Mapping[Language, str]) -> None:
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}
        self._as_it_stands = remembered(self._filled)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages there are sentences in."""
        return tuple(self._bundles)

    def keys(self, language: Language) -> frozenset[str]:
        """Return the keys of one language."""
        return frozenset(self._bundles[language]._messages)  # fluent.runtime offers no public listing

    def has(self, language: Language, key: str) -> bool:
        """Tell whether *language* itself has the sentence *key*."""
        return language in self._bundles and self._bundles[language].has_message(key)

    def say(self, language: Language, key: str, **arguments: str | int) -> str:
        """Return the sentence *key* in *language* or the first of its fallbacks, then in German, at last in any.

        Raises BrokenTexts where no language has it or an argument is missing.
        """
        return self._filled(language, key, **arguments) if arguments else self._as_it_stands(language, key)

    def _filled(self, language: Language, key: str, **arguments: str | int) -> str:
        for bundle in map(self._bundles.get, dict.fromkeys((*fallbacks(language), *self._bundles))):
            if bundle is not None and bundle.has_message(key):
                pattern = bundle.get_message(key).value
                text, errors = bundle.format_pattern(pattern, arguments) if pattern else ("", ["leer"])
                if errors:
                    raise BrokenTexts(f"Im Text «{key}» fehlt etwas: {errors[0]}")
                return str(text)
        raise BrokenTexts(f"Der Text «{key}» fehlt in content/texts.")


def without_unreadable(source: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return *source* without the entries Fluent cannot read, and those: line (from 1) and first words."""
    junk = [entry for entry in _read(source).body if isinstance(entry, ast.Junk)]
    spans = [(entry.span.start, entry.span.end) for entry in junk if entry.span]
    told = tuple((source.count("\n", 0, start) + 1, source[start:end].strip().split("\n")[0].rstrip()) for start, end in spans)
    for start, end in reversed(spans):
        source = source[:start] + source[end:]
    return source, told


@lru_cache(_REMEMBERED)
def _read(source: str) -> ast.Resource:
    """Return the entries of *source*: whoever looks for unreadable ones and whoever speaks need the same."""
    return FluentResource(source)


def _bundle(language: Language, source: str) -> FluentBundle:
    resource = _read(source)
    broken = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    if broken:
        line = (broken[0].content or "").strip().splitlines()[0]
        raise BrokenTexts(f"In content/texts/{language}.ftl ist dieser Eintrag nicht lesbar: {line}")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
