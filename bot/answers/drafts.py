"""A reply before it is put together: what is said, the next steps, and what was understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers import next_steps
from bot.answers.scope import Piece, Scope
from bot.answers.sources import source_note
from bot.model import choices
from bot.model.reply import MOST_CHARACTERS, Block, Choice, Items, Reply, Text

_WEBSITE = choices.ask("website") + ":"

_SENTENCE_END = re.compile(r"(?<=[^\W\d][.!?]) (?=[^\W\d_])")
_SENTENCE = 14
"""Characters of the shortest sentence: fewer may be the abbreviation before a name."""
_BESIDE_TEXT, _BESIDE_LINE = 4, 3
"""Room for the blank lines around a paragraph, and for bullet and line end."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of one answer, in order."""

    pieces: tuple[Piece, ...]
    steps: tuple[Choice, ...] = ()
    intent: str | None = None
    topics: tuple[str, ...] = ()
    confidence: float = 1.0
    most_steps: int = next_steps.MOST + 1
    also: str | None = None

    def after(self, *pieces: Piece) -> Draft:
        """Return the draft with *pieces* said before it."""
        said = tuple(piece for piece in pieces if piece)
        return replace(self, pieces=(*said, *self.pieces))


def finish(scope: Scope, draft: Draft) -> Reply:
    """Return the reply: sentences, pages to open, next steps, and the source line."""
    pieces = _within_limit(draft.pieces)
    links = tuple(dict.fromkeys(link for piece in pieces for link in piece.links))
    note = source_note(scope, (cite for piece in pieces for cite in piece.cited))
    blocks: list[Block] = [block for piece in pieces for block in _blocks(piece)]
    attached = tuple(dict.fromkeys(block for piece in pieces for block in piece.attached))
    by_label = {step.label: step for step in draft.steps[::-1] if not (links and _is_for_page(step))}
    steps = [*by_label.values()][::-1]  # of two that read alike nobody can choose one
    blocks += [*links, *steps[: draft.most_steps], *attached, *([note] if note else [])]
    listed = tuple(topic for piece in pieces for topic in piece.listed)
    topics = tuple(dict.fromkeys((*draft.topics, *listed)))
    return Reply(tuple(blocks), scope.language, draft.intent, topics, draft.confidence, listed, also=draft.also)


def _is_for_page(step: Choice) -> bool:
    """Tell whether a button only asks for the page that another one opens."""
    return step.data.startswith(_WEBSITE)


def together(first: Draft, second: Draft) -> Draft | None:
    """Return the answers to two questions as one, nothing said twice; None where they are too long for that."""
    told = "\n".join(text for piece in first.pieces for text in (piece.text, *piece.lines))
    named = frozenset(line for piece in first.pieces for line in piece.lines)
    lists = (_less(piece, named) for piece in second.pieces if not _is_named(piece, named))
    new = [_without_told(_without_lead(piece, told), told) for piece in lists]
    both = _without_bare_end((*first.pieces, *(piece for piece in new if piece.lines or piece.text not in told)))
    if _within_limit(both) != both:
        return None
    topics = tuple(dict.fromkeys((*first.topics, *second.topics)))
    steps = tuple(dict.fromkeys((*second.steps, *first.steps)))
    return Draft(both, steps, first.intent, topics, min(first.confidence, second.confidence))


def _without_bare_end(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return *pieces* without a last one that only leads to what was told already: "Was ich weiß:"."""
    bare = pieces[-1].text.endswith(":") and not pieces[-1].lines
    return pieces[:-1] if bare else pieces


def _is_named(piece: Piece, named: frozenset[str]) -> bool:
    """Tell whether a list holds nothing but lines *named* already: its heading goes with them."""
    return bool(piece.lines) and named.issuperset(piece.lines)


def _less(piece: Piece, named: frozenset[str]) -> Piece:
    """Return a piece without the lines that say what is *named* already; where they are counted on ("das zweite") all stay."""
    lines = tuple(line for line in piece.lines if piece.listed or not any(known in line for known in named))
    return replace(piece, lines=lines) if lines else piece


def _without_lead(piece: Piece, told: str) -> Piece:
    """Return a piece without the name before it that what was *told* begins with too: "BAB: …"."""
    lead, colon, _ = told.partition(": ")
    return replace(piece, text=piece.text.removeprefix(lead + colon)) if colon else piece


def _without_told(piece: Piece, told: str) -> Piece:
    """Return a piece without the sentences that were *told*."""
    sentences = _SENTENCE_END.split(piece.text)
    new = [sentence for sentence in sentences if len(sentence) < _SENTENCE or sentence not in told]
    return replace(piece, text=" ".join(new)) if len(new) < len(sentences) else piece


def with_rest(draft: Draft, note: Piece, asked: tuple[Choice, ...]) -> Draft:
    """Return the draft with a *note* about what else was *asked*, before what may be cut of a long answer."""
    noted = (*draft.pieces, note)
    pieces = noted if _within_limit(noted) == noted else (draft.pieces[0], note, *draft.pieces[1:])
    return replace(draft, pieces=pieces, steps=tuple(dict.fromkeys((*asked, *draft.steps)))[: next_steps.MOST])


def _blocks(piece: Piece) -> list[Block]:
    blocks: list[Block] = [Text(piece.text)] if piece.text else []
    return [*blocks, Items(piece.lines)] if piece.lines else blocks


def _within_limit(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Drop the later parts of a reply that would make it too long for a phone."""
    kept: list[Piece] = []
    length = 0
    for piece in pieces:
        length += len(piece.text) + sum(len(line) + _BESIDE_LINE for line in piece.lines) + _BESIDE_TEXT
        if kept and length > MOST_CHARACTERS:
            kept.append(Piece(links=piece.links, cited=piece.cited, attached=piece.attached))
            break
        kept.append(piece)
    return tuple(kept)
