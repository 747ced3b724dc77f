"""Reads a question: tokens, mentions, ranked intents, and whether to answer at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.language.ages import without_ages_aside
from bot.language.days import is_sum_or_score
from bot.language.dictionary import ArrayCache
from bot.language.fold import Word, folded_words, words
from bot.language.languages import GRAMMARS, LanguageIdentifier, of_any
from bot.language.morphology import Morphology
from bot.language.normalise import Normaliser, Token
from bot.language.remembering import remembered
from bot.model.catalogue import Catalogue
from bot.model.reading import Mention, MentionKind, Reading, Verdict
from bot.model.topics import Person
from bot.model.values import DEFAULT_LANGUAGE, Language, base_of
from bot.understanding.answer_words import AnswerWords
from bot.understanding.asking_words import AskingWords
from bot.understanding.commands import CommandReader
from bot.understanding.drawing import drawn
from bot.understanding.facts import FactIndex, Normalise
from bot.understanding.fits import Fits
from bot.understanding.making import Making, Told
from bot.understanding.matcher import Example, Matcher, Nearest, with_known_names
from bot.understanding.mentions import MentionFinder, outside
from bot.understanding.names import NameIndex, descriptions, names_of
from bot.understanding.occasions import Occasions
from bot.understanding.runs import run_from
from bot.understanding.scrubbing import Scrubber
from bot.understanding.semantic import Encoder, spoken
from bot.understanding.sight import Sight
from bot.understanding.telling_language import TellingWords
from bot.understanding.text_languages import TextLanguages
from bot.understanding.views import Words
from bot.understanding.vocabulary import SplitTexts, new_words, normalisers_for, words_of_tongues
from bot.understanding.ways import Ways
from bot.understanding.worlds import Worlds, both_worlds

ANSWER_FROM = 0.3
"""From this confidence on the first intent is answered."""
CHOICES_FROM = 0.26
"""From this confidence on the first intents are offered as choices; below, the bot says it does not know."""

_BY_EXAMPLES, _BY_FACTS = 1.0, 6.0
"""Weights of a multinomial logistic regression on 3,600 left-out questions about topics."""
_SMALL_WORDS = of_any(lambda grammar: grammar.stop_words)
_SUBJECTS = frozenset[MentionKind](("topic", "place", "theme"))
_ONE_IN = 2  # of the examples teaches how facts are asked for
_REMEMBERED_PARSES = 16
"""The parts of one message are looked at ahead, and then again one by one."""


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The words of a message, the language they are clearly in, what they name, and the ways to read them, as written first."""

    spelt: tuple[str, ...]
    language: Language | None
    tokens: Sequence[Token]
    mentions: tuple[Mention, ...]
    ways: Sequence[Words]


class Reader:
    """Fitted to one catalogue, in the way of its *making*. Reading is pure: the same text and day give the same reading."""

    def __init__(
        self,
        catalogue: Catalogue,
        morphology: Morphology,
        identifier: LanguageIdentifier,
        encoder: Encoder | None,
        cache: ArrayCache,
        making: Making | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._is_known = morphology.is_known
        self._encoder = encoder
        self._identifier = identifier.among(catalogue.languages, words_of_tongues(catalogue))
        self._languages = TextLanguages(cache, self._identifier.key)
        self._ours = frozenset((*GRAMMARS, *catalogue.languages))
        index = NameIndex(names_of(catalogue), morphology.stem)
        people, described = frozenset(person.id for person in catalogue.of_class(Person)), descriptions(catalogue)
        self._mentions = MentionFinder(index, morphology.stem, people, described, Occasions(catalogue), morphology.is_known)
        split = (making := making or Making()).next_round()
        ours = normalisers_for(catalogue, index, morphology, split)
        self._vocabulary, self._normalisers, self._told_by = ours.vocabulary, ours.normalisers, ours.telling
        self._slips, self._ways = ours.slips, Ways(catalogue, ours.vocabulary)
        self._texts = making.texts.next_round(ours)
        normalised = partial(self._normalised, split)
        examples = tuple(self._examples(normalised))
        chat = frozenset(intent.id for intent in catalogue.intents.values() if intent.kind == "small_talk")
        matcher = making.beside(partial(Matcher, examples, Sight(morphology.stem, self._encoder, cache), chat))
        self.told = making.told or self._compared(examples, normalised, Sight(morphology.stem, encoder, cache, making.beside))
        """What questions are compared with beside the examples; that of the reader before, until this one is `retold`."""
        self._languages.keep(cache)
        self._answer_words, self._asking_words = AnswerWords(catalogue, morphology.stem, split), AskingWords(catalogue, split)
        self._telling = TellingWords(catalogue, morphology, split)
        self._commands = CommandReader()
        self.forget()
        self._lost = {folded_words(name): names[0] for names in catalogue.lost for name in names}
        self._fits = Fits(catalogue)
        self._matcher = matcher()
        self.scrubber = Scrubber(self._vocabulary.__contains__, morphology.is_known)
        """Takes out of a question what could tell who asked it."""

    def retold(self, sight: Sight, split: SplitTexts) -> Reader:
        """Return this reader, comparing questions with all that is told now, by *sight*; *split* takes texts apart."""
        normalised = partial(self._normalised, split)
        other = copy(self)
        other.told = self._compared(tuple(self._examples(normalised)), normalised, sight)
        other.forget()
        return other

    def forget(self) -> None:
        """Remember no message any more."""
        self._parsed = remembered(self._parse, _REMEMBERED_PARSES)

    def language_of(self, text: str) -> Language | None:
        """Return which of our languages *text* is clearly in, None where it cannot be told or is another."""
        told = self._identifier.identify(tuple(word.written.casefold() for word in words(text)))
        return told if told in self._ours else None

    def mentions_in(self, text: str, today: date, language: Language) -> tuple[Mention, ...]:
        """Return what *text*, in *language*, names; *today* places periods of time."""
        tokens = self._normaliser(language).tokens(self._slips.mended(words(text)))
        return self._named_by(tokens, text, today)

    def named_in(self, text: str, today: date, language: Language) -> tuple[Mention, ...]:
        """Return the mentions that reading *text* would find, without ranking anything."""
        return self._parsed(text, today, language).mentions

    def misread(self) -> tuple[tuple[Example, str], ...]:
        """Return the examples that another intent wins although they were taught, each with that intent."""
        return self._matcher.misread()

    def nearest(self, reading: Reading, intent: str, today: date) -> Nearest:
        """Return what of the examples of *intent* is nearest to *reading*, by view: words before meaning; for staff."""
        seen = self._parsed(reading.text, today, reading.language or DEFAULT_LANGUAGE)
        return self._matcher.nearest(seen.ways, intent)

    def read(self, text: str, today: date, language: Language) -> Reading:
        """Return the reading of *text* in a talk held in *language*; *today* places periods of time."""
        seen = self._parsed(text, today, language)
        tokens, mentions = seen.tokens, seen.mentions
        if not tokens:
            return Reading(text)
        named = any(mention.kind == "topic" for mention in mentions)
        ranking = self._matcher.rank(seen.ways, self._fits.boosts(mentions, [token.text for token in tokens]), named=named)
        near = None if ranking.chats or _only_counts(tokens) else self.told.facts.match(seen.ways[0])
        free = outside(tokens, mentions)
        unnamed = tuple(token.written.casefold() for token in free)
        told = seen.language if unnamed == seen.spelt else self._identifier.identify(unnamed, seen.language)
        told = told or self._telling.language_of(folded_words(text), [token.text for token in free])
        foreign = None if told and told not in self._ours else self._identifier.foreign(seen.spelt)
        return Reading(
            text=text,
            words=tuple((token.written, token.text) for token in tokens),
            language=told if told in self._ours and not foreign else None,
            tongue=foreign or (told if told not in self._ours else None),
            mentions=mentions,
            ranked=ranking.candidates,
            verdict=verdict(ranking.confidence),
            refusal=round(ranking.refusal, 4),
            ours=1.0 if ranking.chats else round(self.told.worlds.share(seen.ways[0]), 4),
            bare=bool(mentions) and self._commands.is_empty(token.text for token in free),
            command=self._commands.read(tuple(token.text for token in tokens)),
            unread=self._unknown_name(tokens, mentions),
            facts=near.topics if near else (),
            alike=near.alike if near else {},
            taught=near.taught if near else None,
            asks=_asks(ranking.scores, near.intents if near else {}),
            answers=self._answer_words.speak_for(token.text for token in outside(tokens, mentions, _SUBJECTS)),
            asked_with=self._asking_words.speak_for(text),
            repaired=tuple(token.written for token in free if token.repaired and token.text not in _SMALL_WORDS),
            unasked=new_words(free, self._vocabulary, self._is_known),
            lost=None if named else self._lost_in(text),
        )

    def _lost_in(self, text: str) -> str | None:
        """Return what is named of the files that cannot be read."""
        said = folded_words(text) if self._lost else ()
        windows = (said[at : at + len(name)] for name in self._lost for at in range(len(said)))
        return next((self._lost[window] for window in windows if window in self._lost), None)

    def read_ahead(self, texts: Sequence[str], today: date, language: Language) -> None:
        """Look in one go at what reading each of *texts* will look at: hardly slower than for the longest of them."""
        self.encode_ahead(texts, today, language)
        parsed = [seen for text in texts if (seen := self._parsed(text, today, language)).tokens]
        if parsed:
            self._matcher.look_ahead([words for seen in parsed for words in seen.ways])
            self.told.facts.look_ahead([seen.ways[0] for seen in parsed])

    def encode_ahead(self, texts: Iterable[str], today: date, language: Language) -> None:
        """Encode in one go what reading each of *texts* will ask for: hardly slower than to encode one of them."""
        if self._encoder:
            self._encoder.encode(self.sentences(texts, today, language))

    def sentences(self, texts: Iterable[str], today: date, language: Language) -> list[str]:
        """Return the sentences that reading each of *texts* asks the encoder for, if there is one."""
        parsed = [self._parsed(text, today, language) for text in texts] if self._encoder else ()
        return [spoken(words) for seen in parsed for words in seen.ways]

    def _parse(self, text: str, today: date, language: Language) -> _Parsed:
        written = words(without_ages_aside(text))
        spelt = tuple(word.written.casefold() for word in written)
        spoken_in = self._identifier.identify(spelt)
        normaliser = self._normaliser(spoken_in or language)
        tokens = normaliser.tokens(self._slips.mended(written))
        mentions = self._named_by(tokens, text, today)
        return _Parsed(spelt, spoken_in, tokens, mentions, self._ways.of(tokens, mentions, normaliser.guess))

    def _examples(self, normalised: Callable[[str, Language], tuple[str, ...]]) -> Iterable[Example]:
        for intent in self._catalogue.intents.values():
            for language, texts in intent.examples.items():
                for text in texts:
                    read_as = normalised(text, language)
                    yield from (Example(intent.id, text, variant) for variant in with_known_names(read_as))

    def _compared(self, examples: Sequence[Example], normalised: Normalise, sight: Sight) -> Told:
        asked = [(example.intent, example.words) for example in examples]
        facts = FactIndex(self._catalogue, [each for each in asked if drawn(each[1], _ONE_IN)], normalised, sight)
        return Told(facts, Worlds(*both_worlds(self._catalogue, asked, normalised), self._encoder, sight.cache))

    def _normalised(self, split: SplitTexts, text: str, language: Language | None) -> tuple[str, ...]:
        """Return the words of one of our own texts as they are compared."""
        written = split(text)
        return self._texts.of(text, language, written, partial(self._read_own, text, written, language))

    def _read_own(self, text: str, written: tuple[Word, ...], language: Language | None) -> tuple[str, ...]:
        """Return the words of one of our own texts; which language it is in matters to few."""
        if language is None and not self._told_by.isdisjoint([word.folded for word in written]):
            language = self._languages.of(text, self.language_of)
        return tuple(token.natural for token in self._normaliser(language).tokens(written))

    def _normaliser(self, language: Language | None) -> Normaliser:
        """Return the normaliser of a language or of the base of a register, else the German one."""
        return self._normalisers.get(base_of(language or DEFAULT_LANGUAGE), self._normalisers[DEFAULT_LANGUAGE])

    def _named_by(self, tokens: Sequence[Token], text: str, today: date) -> tuple[Mention, ...]:
        """Return what the *tokens* of *text* name; two numbers that are a sum or a score are no day."""
        return self._mentions.find(tokens, today) if tokens and not is_sum_or_score(text) else ()

    def _unknown_name(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Return the first run of written words that we do not know, with places: "Sparkasse Spree-Neiße"."""
        places = {at for m in mentions if m.kind in ("place", "elsewhere") for at in range(m.first, m.last)}
        covered = {at for m in mentions for at in range(m.first, m.last)}
        strange = {at for at, token in enumerate(tokens) if at not in covered and self._ways.is_unread(token)}
        wanted = strange | places if strange else {at for at in places if any(m.kind == "elsewhere" for m in mentions)}
        first = next((at for at in sorted(wanted) if run_from(at, wanted) & (strange or wanted)), None)
        return tuple(tokens[at].written for at in sorted(run_from(first, wanted))) if first is not None else ()


def _only_counts(tokens: Sequence[Token]) -> bool:
    """Tell whether there are numbers and small words alone: no topic is described by them."""
    told = {token.text for token in tokens} - _SMALL_WORDS
    return bool(told) and all(word.isdecimal() for word in told)


def _asks(by_examples: Mapping[str, float], by_facts: Mapping[str, float]) -> Mapping[str, float]:
    """Return how well each intent fits if a topic is meant, after the examples and after the questions about all topics."""
    return {name: _BY_EXAMPLES * score + _BY_FACTS * by_facts.get(name, 0.0) for name, score in by_examples.items()}


def verdict(confidence: float) -> Verdict:
    """Return what the one gate says to do with this confidence (0–1)."""
    if confidence >= ANSWER_FROM:
        return "answer"
    return "choices" if confidence >= CHOICES_FROM else "refuse"
