"""The semantic view, and vectors that are not computed twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import pytest

from bot.understanding.head import Matrix
from bot.understanding.semantic import (
    OneReading,
    RememberingEncoder,
    SemanticView,
    encode_cached,
    spoken,
)
from tests.understanding.builders import MemoryCache, TinyEncoder

QUESTIONS = ("was kostet das", "wann geht es los")
MANY = 300
"""More sentences than one question ever has."""


def test_what_was_encoded_before_comes_from_the_cache() -> None:
    """A second start does not ask the encoder, and compares by the very same numbers."""
    cache, encoder = MemoryCache(), TinyEncoder()
    first = encode_cached(encoder, cache, QUESTIONS)

    again = encode_cached(encoder, cache, QUESTIONS)

    assert (again == first).all()
    assert first == pytest.approx(TinyEncoder().encode(QUESTIONS), abs=1e-3)
    assert encoder.asked == [QUESTIONS]


@pytest.mark.parametrize(
    ("changed", "fresh"),
    [
        (("was kostet es", "wann geht es los"), [("was kostet es",)]),
        (QUESTIONS[::-1], []),
        (QUESTIONS[1:], []),
        ((*QUESTIONS, "wo ist das", "wo ist das"), [("wo ist das",)]),
    ],
)
def test_only_a_new_wording_is_encoded(changed: tuple[str, ...], fresh: list[tuple[str, ...]]) -> None:
    """Sentences are kept one by one: a line more costs one sentence, another order nothing."""
    cache, encoder = MemoryCache(), TinyEncoder()
    encode_cached(encoder, cache, QUESTIONS)

    rows = encode_cached(encoder, cache, changed)

    assert rows == pytest.approx(TinyEncoder().encode(changed), abs=1e-3)
    assert encoder.asked[1:] == fresh


def test_what_another_list_holds_is_not_forgotten() -> None:
    """Examples, facts and rules are encoded one after the other and share one place."""
    cache, encoder = MemoryCache(), TinyEncoder()
    encode_cached(encoder, cache, QUESTIONS)
    encode_cached(encoder, cache, ("wo ist das",))

    encode_cached(encoder, cache, ("wo ist das", *QUESTIONS))

    assert encoder.asked == [QUESTIONS, ("wo ist das",)]


def test_what_was_not_asked_for_longest_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays small, however often the YAML changes."""
    monkeypatch.setattr("bot.understanding.semantic._KEPT_SENTENCES", 2)
    monkeypatch.setattr("bot.understanding.semantic._FEW_SENTENCES", 0)
    cache, encoder = MemoryCache(), TinyEncoder()
    for sentence in ("eins", "zwei", "drei"):
        encode_cached(encoder, cache, (sentence,))

    encode_cached(encoder, cache, ("drei", "zwei"))
    encode_cached(encoder, cache, ("eins",))

    assert encoder.asked == [("eins",), ("zwei",), ("drei",), ("eins",)]


def test_an_edit_writes_its_own_sentences_and_those_of_a_few_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The many are written when there are more; all are found wherever they are kept, by the very same numbers."""
    monkeypatch.setattr("bot.understanding.semantic._FEW_SENTENCES", 2)
    cache, encoder = MemoryCache(), TinyEncoder()
    encode_cached(encoder, cache, [f"frage {number}" for number in range(5)])
    sizes = []
    for last in ("eins", "zwei", "drei", "vier"):
        first = encode_cached(encoder, cache, ("frage 3", last, "frage 0"))
        assert (encode_cached(encoder, cache, ("frage 3", last, "frage 0")) == first).all()
        assert first == pytest.approx(TinyEncoder().encode(("frage 3", last, "frage 0")), abs=1e-3)
        sizes.append(sorted(len(table) for table in cache.kept.values()))

    assert sizes == [[1, 5], [2, 5], [0, 8], [1, 8]]
    assert len(encoder.asked) == 5


def test_another_encoder_encodes_anew() -> None:
    """Vectors of two encoders are never mixed."""
    cache, newer = MemoryCache(), TinyEncoder("tiny 2")
    encode_cached(TinyEncoder("tiny 1"), cache, QUESTIONS)

    encode_cached(newer, cache, QUESTIONS)

    assert newer.asked == [QUESTIONS]


@pytest.mark.parametrize("kept", [np.zeros(0), np.zeros((2, 16), dtype=np.float16)])
def test_a_file_of_another_form_is_not_trusted(kept: Matrix) -> None:
    """It costs time, not right answers."""
    cache, encoder = MemoryCache(), TinyEncoder()
    encode_cached(encoder, cache, QUESTIONS)
    cache.kept = dict.fromkeys(cache.kept, kept)

    rows = encode_cached(encoder, cache, QUESTIONS)

    assert rows == pytest.approx(TinyEncoder().encode(QUESTIONS), abs=1e-3)
    assert encoder.asked == [QUESTIONS, QUESTIONS]


def test_stand_ins_are_spoken_as_everyday_words() -> None:
    """An encoder of sentences does not know placeholders; a word we have no stand-in for stays."""
    sentence = spoken(("wann", "startet", "{topic}", "in", "{place}", "im", "{period}"))

    assert "{" not in sentence
    assert sentence.startswith("Wann startet ")
    assert len(sentence.split()) == 7


def test_words_are_spoken_as_a_question() -> None:
    """The encoder knows sentences as people write them: with a capital, umlauts and a question mark."""
    assert spoken(("wann", "öffnet", "{topic}")) == "Wann öffnet Kurs?"
    assert spoken(("übung",)) == "Übung?"


def test_a_sentence_is_encoded_once() -> None:
    """However often one question asks for it."""
    encoder = TinyEncoder()
    remembering = RememberingEncoder(encoder)
    remembering.encode(QUESTIONS)

    rows = remembering.encode((*QUESTIONS[::-1], "wo ist das", "wo ist das"))

    assert (rows == TinyEncoder().encode((*QUESTIONS[::-1], "wo ist das", "wo ist das"))).all()
    assert encoder.asked == [QUESTIONS, ("wo ist das",)]
    assert remembering.name == encoder.name


def test_what_is_remembered_is_bounded() -> None:
    """A bot that runs for weeks does not grow; what it forgot it encodes again, rightly."""
    encoder = TinyEncoder()
    remembering = RememberingEncoder(encoder)

    for number in range(MANY):
        asked = (f"frage {number}", f"frage {number - 1}")
        assert (remembering.encode(asked) == TinyEncoder().encode(asked)).all()
    before = len(encoder.asked)
    remembering.encode(("frage 0",))

    assert len(encoder.asked) == before + 1


class Interrupting(TinyEncoder):
    """Lets somebody else ask while it encodes, as a second thread may."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: list[Callable[[], object]] = []

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """Encode, after all that comes in between."""
        meanwhile, self.meanwhile = self.meanwhile, []
        for each in meanwhile:
            each()
        return super().encode(sentences)


def test_who_asks_beside_another_thread_loses_nothing() -> None:
    """The other one's sentences push out what is remembered just when ours are put together."""
    encoder = Interrupting()
    remembering = RememberingEncoder(encoder)
    remembering.encode(QUESTIONS)
    others = [tuple(f"{word} {number}" for number in range(MANY // 2)) for word in ("frage", "satz")]
    encoder.meanwhile = [partial(remembering.encode, each) for each in others]

    rows = remembering.encode((*QUESTIONS, "wo ist das"))

    assert (rows == TinyEncoder().encode((*QUESTIONS, "wo ist das"))).all()


@pytest.mark.parametrize("count", [0, MANY])
def test_examples_of_a_whole_catalogue_pass_through(count: int) -> None:
    """All of them, or none where staff wrote nothing yet."""
    encoder = TinyEncoder()
    sentences = tuple(f"satz {number}" for number in range(count))

    assert len(RememberingEncoder(encoder).encode(sentences)) == count
    assert encoder.asked == [sentences]


def test_a_question_is_found_by_its_meaning() -> None:
    """«teuer» shares no letters with «preis», but its vector is the same."""
    texts = [("preis", "bitte"), ("termin", "bitte"), ("beginn", "dort")]
    view = SemanticView(texts, TinyEncoder(), MemoryCache())

    similar = view.similar(view.vectors([("teuer",), ("los", "dort")]))

    assert similar.argmax(axis=1).tolist() == [0, 2]
    assert similar[1, 2] == pytest.approx(1.0, abs=1e-2)
    assert view.rows_of(slice(None)).shape[0] == len(texts)


def test_all_variants_are_encoded_in_one_go() -> None:
    """Asking the encoder once is quicker."""
    encoder = TinyEncoder()
    view = SemanticView([("preis",), ("termin",)], encoder, MemoryCache())

    view.vectors([("was", "kostet", "qlee"), ("was", "kostet", "{topic}")])

    assert encoder.asked[1:] == [("Was kostet qlee?", "Was kostet Kurs?")]


def test_a_view_is_known_by_its_texts_and_its_encoder() -> None:
    """What was fitted on other examples or meanings is never taken for it."""
    texts = [("preis",), ("termin",)]
    views = [
        SemanticView(texts, TinyEncoder(), MemoryCache()),
        SemanticView(texts[::-1], TinyEncoder(), MemoryCache()),
        SemanticView(texts, TinyEncoder("tiny 2"), MemoryCache()),
    ]

    assert len({view.key for view in views}) == 3
    assert SemanticView(texts, TinyEncoder(), MemoryCache()).key == views[0].key


def test_a_view_of_many_examples_takes_its_axes_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start does not look for them again, and sees the same."""
    monkeypatch.setattr("bot.understanding.semantic._FEW_ROWS", 0)
    monkeypatch.setattr("bot.understanding.overview._LIKELY", 2)
    cache, texts = MemoryCache(), [question.split() for question in QUESTIONS]
    first = SemanticView(texts, TinyEncoder(), cache)
    monkeypatch.setattr("bot.understanding.overview.np.linalg.eigh", None)

    again = SemanticView(texts, TinyEncoder(), cache)

    vectors = again.vectors(texts)
    assert (again.similar(vectors) == first.similar(vectors)).all()
    assert again.similar(vectors) == pytest.approx(vectors @ again.rows_of(slice(None)).T, abs=1e-3)


def test_no_sentence_needs_no_cache() -> None:
    """There is nothing to keep."""
    cache = MemoryCache()

    assert encode_cached(TinyEncoder(), cache, ()).shape[0] == 0
    assert cache.kept == {}


def test_the_vectors_of_sentences_are_read_once_while_a_brain_is_made() -> None:
    """What was encoded meanwhile is known too, and kept for the next start."""
    cache, encoder = MemoryCache(), TinyEncoder()
    encode_cached(encoder, cache, ["preis"])
    reading = OneReading(cache)
    first = encode_cached(encoder, reading, ["preis", "termin"])
    kept = dict(cache.kept)
    cache.kept.clear()

    assert (encode_cached(encoder, reading, ["preis", "termin"]) == first).all()
    assert cache.kept == {}
    assert (encode_cached(encoder, OneReading(cache), ["preis", "termin"]) == first).all()
    assert cache.kept.keys() == kept.keys()
