"""The bot's own sentences, in Fluent."""

from __future__ import annotations

from collections.abc import Mapping

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.answers.text_files import read_source
from bot.errors import BotError
from bot.language.remembering import remembered
from bot.model.values import Language, fallbacks


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


def _bundle(language: Language, source: str) -> FluentBundle:
    resource = read_source(source)
    broken = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    if broken:
        line = (broken[0].content or "").strip().splitlines()[0]
        raise BrokenTexts(f"In content/texts/{language}.ftl ist dieser Eintrag nicht lesbar: {line}")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
