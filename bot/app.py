"""The composition root: the only place where the parts of the house are put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from weakref import ref

from bot.answers.compose import Composer
from bot.answers.dates import local_day
from bot.answers.texts import Texts
from bot.conversation.brain import Brain, Tools, build_brain
from bot.conversation.ledger import Ledger
from bot.conversation.mending import mended_crisis, mended_texts
from bot.conversation.turn import Conversation
from bot.conversation.wishing import WishBook
from bot.errors import NoHelp
from bot.knowledge import Problem, Unchanged, read
from bot.knowledge.shelves import TEXTS
from bot.language.languages import LanguageIdentifier
from bot.language.morphology import Morphology
from bot.model.catalogue import Catalogue
from bot.service.clocks import clock_of
from bot.service.thrift import thriftily, unsearched
from bot.settings import Settings
from bot.store import Memory, MemoryStore
from bot.store.arrays import FileArrayCache
from bot.understanding.crisis_phrases import PhraseError
from bot.understanding.reader import Reader
from bot.understanding.semantic import Encoder, RememberingEncoder
from bot.understanding.wanted import IsWanted
from bot.workshop.crisis_help import crisis_help_problems, unbacked_help
from bot.workshop.edits import EditErrors
from bot.workshop.texts import text_problems

try:
    from bot.understanding.encoder import SentenceEncoder
except ImportError:
    # The extra `semantic` is not installed: the bot then understands by words alone.
    _ENCODER: Callable[[FileArrayCache], Encoder] | None = None
else:
    _ENCODER = SentenceEncoder


_NO_HELP = (
    "Der Bot startet nicht ohne Hilfe für Menschen in Not: content/crisis.yaml fehlt oder ist nicht lesbar. "
    "Was dort falsch ist, sagt: python -m bot check"
)


class Builder:
    """Builds brains from the two folders, one after the other; dictionaries and encoder are made once for all of them.

    Those that are wanted *soon* may have something left to learn.
    """

    def __init__(self, settings: Settings, *, soon: bool = False) -> None:
        """Read the folders of *settings* whenever called; what was computed is kept below the data folder."""
        self._settings, self._soon, cache = settings, soon, _cache(settings)
        morphology, operator = Morphology(cache=cache), settings.operator()
        self._tools = Tools(morphology, LanguageIdentifier(), _encoder(cache), cache, operator, in_turn=thriftily)
        self._unchanged, self._edits, self._clock = Unchanged(), EditErrors(), clock_of(settings.bot_today)
        self._made: list[Callable[[], Brain | None]] = []

    @unsearched()
    def __call__(self) -> tuple[Brain, tuple[Problem, ...]]:
        """Read the folders and fit a brain to what is sound in them; also returns what is not.

        Raises `MissingFolder`, `NothingToAsk`, `NoHelp`, and `BrokenTexts` where the bot has no German sentences.
        """
        catalogue, problems = self._read()
        try:
            return self.fit(catalogue), problems
        except PhraseError:
            catalogue, about_crisis = mended_crisis(catalogue, self._settings.content_dir)
        return self.fit(catalogue), (*problems, *about_crisis)

    def _read(self) -> tuple[Catalogue, tuple[Problem, ...]]:
        """Return what is sound in the folders, and what is not; the places in the files are let go before fitting: 14 MB."""
        content_dir = self._settings.content_dir
        knowledge = read(content_dir, self._settings.intents_dir, self._unchanged)
        if not knowledge.catalogue.crisis.kinds or not knowledge.catalogue.crisis.help:
            raise NoHelp(_NO_HELP)
        catalogue, about_texts = mended_texts(knowledge, content_dir)
        about_help = (*crisis_help_problems(catalogue.crisis, content_dir), *unbacked_help(knowledge.catalogue, content_dir))
        compared = text_problems(knowledge.catalogue.texts, f"{content_dir.resolve().name}/{TEXTS}")
        errors = (problem for problem in (*about_help, *compared) if problem.severity == "error")
        return catalogue, (*knowledge.problems, *about_texts, *errors, *self._edits.of(knowledge, local_day(self._clock())))

    def fit(self, catalogue: Catalogue) -> Brain:
        """Return the brain for a catalogue; what did not change is taken from the last of those that still answer.

        That is not always the last one made: an edit with errors is read, and never answers.
        """
        answering = [brain for made in self._made if (brain := made())]
        brain = build_brain(catalogue, self._tools, answering[-1] if answering else None, soon=self._soon)
        brain = replace(brain, learn=partial(self._noted, brain.learn)) if brain.learn else brain
        # Another may have learnt meanwhile.
        self._made = [*(made for made in self._made if made()), ref(brain)]
        return brain

    @unsearched()
    def _noted(self, learn: Callable[[IsWanted], Brain], is_wanted: IsWanted) -> Brain:
        """Return the brain that has learnt: it answers from now on."""
        learnt = learn(is_wanted)
        self._made.append(ref(learnt))
        return learnt


def builder(settings: Settings, *, soon: bool = False) -> Builder:
    """Return what builds brains for the two folders again and again; those wanted *soon* may have something left to learn."""
    return Builder(settings, soon=soon)


def load_brain(settings: Settings) -> tuple[Brain, tuple[Problem, ...]]:
    """Return the brain for the two folders, and what is wrong in them; raises what `Builder` does."""
    return builder(settings)()


def load_composer(settings: Settings) -> Composer:
    """Return what composes replies from the two folders: all that is needed where nothing is asked.

    Raises `MissingFolder`, `NothingToAsk` and `BrokenTexts` like `load_brain`.
    """
    catalogue, _ = mended_texts(read(settings.content_dir, settings.intents_dir), settings.content_dir)
    return Composer(catalogue, Texts(catalogue.texts))


@unsearched()
def fit(catalogue: Catalogue, settings: Settings) -> Brain:
    """Return the brain for a catalogue; what was computed for it is kept below the data folder."""
    return builder(settings).fit(catalogue)


@unsearched()
def fit_reader(catalogue: Catalogue, settings: Settings) -> Reader:
    """Return the reader for a catalogue: what a brain understands with, and nothing it could say."""
    cache = _cache(settings)
    return Reader(catalogue, Morphology(cache=cache), LanguageIdentifier(), _encoder(cache), cache)


def _encoder(cache: FileArrayCache) -> Encoder | None:
    return RememberingEncoder(_ENCODER(cache)) if _ENCODER else None


def _cache(settings: Settings) -> FileArrayCache:
    return FileArrayCache(settings.data_dir / "fitted")


def converse(
    brain: Brain, memory: Memory | None = None, wishes: WishBook | None = None, ledger: Ledger | None = None
) -> Conversation:
    """Return a conversation that remembers its chats in *memory*, by default only as long as the process lives.

    Without *wishes* nobody can be told anything later; *ledger* is where turns are noted for staff.
    """
    return Conversation(brain, memory or MemoryStore(), wishes, ledger)
