"""Work and learning told from everyday life."""

from __future__ import annotations

from bot.understanding.worlds import Worlds
from tests.understanding.builders import MemoryCache, TinyEncoder

OURS = [("was", "kostet", kind) for kind in ("lehre", "kurs", "schule", "praktikum", "studium", "messe", "beratung", "uni", "fsj")]
EVERYDAY = [("wie", "wird", "das", word) for word in ("wetter", "spiel", "essen")]


def test_a_message_like_everyday_life_is_like_few_of_ours() -> None:
    """One like ours has many of ours beside it, on a second start too."""
    cache = MemoryCache()
    worlds = Worlds(OURS, EVERYDAY, TinyEncoder(), cache)
    again = Worlds(OURS, EVERYDAY, TinyEncoder(), cache)

    assert worlds.share(("wie", "wird", "das", "wetter")) == again.share(("wie", "wird", "das", "wetter")) == 0.0
    assert worlds.share(("was", "kostet", "lehre")) > 0.3


def test_without_an_encoder_nothing_is_told_apart() -> None:
    """Nor without a sentence of either world: then all may be ours."""
    assert Worlds(OURS, EVERYDAY, None, MemoryCache()).share(EVERYDAY[0]) == 1.0
    assert Worlds(OURS, [], TinyEncoder(), MemoryCache()).share(EVERYDAY[0]) == 1.0
