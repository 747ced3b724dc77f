"""What the command line needs of the composition root, so that neither imports the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.answers.compose import Composer
    from bot.conversation.brain import Brain
    from bot.conversation.ledger import Ledger
    from bot.conversation.turn import Conversation
    from bot.conversation.wishing import WishBook
    from bot.knowledge import Problem
    from bot.model.catalogue import Catalogue
    from bot.service.reloading import Build
    from bot.settings import Settings
    from bot.store import Memory
    from bot.understanding.reader import Reader


class Wiring(Protocol):
    """Puts the parts of the house together; `bot.app` does."""

    def load_brain(self, settings: Settings) -> tuple[Brain, tuple[Problem, ...]]:
        """Return the brain for the folders of *settings*, and what is wrong in them."""
        ...

    def builder(self, settings: Settings, *, soon: bool = False) -> Build:
        """Return what builds brains for those folders again and again; those wanted *soon* may have something left to learn."""
        ...

    def fit(self, catalogue: Catalogue, settings: Settings) -> Brain:
        """Return the brain for a catalogue that was read already."""
        ...

    def fit_reader(self, catalogue: Catalogue, settings: Settings) -> Reader:
        """Return the reader alone for such a catalogue."""
        ...

    def load_composer(self, settings: Settings) -> Composer:
        """Return what composes replies from those folders, without the part that understands."""
        ...

    def converse(
        self,
        brain: Brain,
        memory: Memory | None = None,
        wishes: WishBook | None = None,
        ledger: Ledger | None = None,
    ) -> Conversation:
        """Return a conversation with that brain, which remembers its chats in *memory* or else in the process.

        Without *wishes* nobody can be told anything later; *ledger* is where turns are noted for staff.
        """
        ...


LoadWiring = Callable[[], Wiring]
