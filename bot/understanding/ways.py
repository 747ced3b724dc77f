"""The ways to read one question: as written, with what it names masked, and with words that may be misspelt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from bot.language.normalise import Token
from bot.model.catalogue import Catalogue
from bot.model.reading import STRANGER, Mention
from bot.model.topics import Network, Person
from bot.understanding.mentions import outside
from bot.understanding.runs import run_together
from bot.understanding.views import Words

Guess = Callable[[Token], str]
"""Returns the word of ours that is most likely meant by one that nobody knows, as it is spelt; empty where none is near."""

_CLUBS = ("network", "network/network")
_UNREAD_AT_MOST = 3
"""Words a name that nobody knows may have."""
_GUESSED_AT_MOST = 12
"""Words of a message that are guessed; each is compared with all of ours."""


class Ways:
    """Finds them for the topics of a *catalogue*; *vocabulary* holds the words that we use."""

    def __init__(self, catalogue: Catalogue, vocabulary: Collection[str]) -> None:
        self._catalogue, self._vocabulary = catalogue, vocabulary

    def of(self, tokens: Sequence[Token], mentions: Sequence[Mention], guess: Guess) -> list[Words]:
        """Return the ways to read the question; each intent is to keep the best of them."""
        masked = self._masked(tokens, mentions)
        variants: list[Words] = [tuple(token.natural for token in tokens), masked]
        unread = [token for token in outside(tokens, mentions) if self.is_unread(token)]
        if unread:
            variants += self._with_a_name(masked, frozenset(token.natural for token in unread), mentions)
            guesses = {token.natural: meant for token in islice(unread, _GUESSED_AT_MOST) if (meant := guess(token))}
            variants.append(tuple(guesses.get(word, word) for word in masked))
        return list(dict.fromkeys(variant for variant in variants if variant))

    def is_unread(self, token: Token) -> bool:
        """Tell whether we never use a word, nor what it is made of."""
        return token.text not in self._vocabulary and not token.parts and len(token.text) > 1

    def _with_a_name(self, masked: Words, unknown: Collection[str], mentions: Iterable[Mention]) -> Iterator[Words]:
        """Yield the question with what is *unknown* read as one name, if it may be asked whether that belongs to a network."""
        named = run_together("{name}" if word in unknown else word for word in masked)
        if named.count("{name}") == 1 and len(unknown) <= _UNREAD_AT_MOST and self._names_members(mentions):
            yield named

    def _masked(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Words:
        """Return the question with each name replaced by the stand-in of its kind."""
        spans = {mention.first: mention for mention in mentions if mention.kind != "kind"}
        masked: list[str] = []
        position = 0
        while position < len(tokens):
            mention = spans.get(position)
            masked.append(self._stand_in(mention) if mention else tokens[position].natural)
            position = mention.last if mention else position + 1
        return tuple(masked)

    def _names_members(self, mentions: Iterable[Mention]) -> bool:
        """Tell whether something with members is named: one we have a list of, or any network."""
        if any(mention.kind == "kind" and mention.ids[0] in _CLUBS for mention in mentions):
            return any(network.members for network in self._catalogue.of_class(Network))
        named = (self._catalogue.topic(name) for mention in mentions if mention.kind == "topic" for name in mention.ids)
        return any(isinstance(topic, Network) and topic.members is not None for topic in named)

    def _stand_in(self, mention: Mention) -> str:
        if mention.kind == "elsewhere" and mention.score == STRANGER:
            return "{name}"
        person = mention.kind == "topic" and isinstance(self._catalogue.topic(mention.ids[0]), Person)
        return "{person}" if person else f"{{{mention.kind}}}"
