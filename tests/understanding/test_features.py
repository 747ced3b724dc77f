"""Questions as vectors of fixed width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from bot.understanding.features import WIDTH, Vectoriser, Vectors
from tests.understanding.builders import stem

TEXTS = [
    ("wann", "startet", "{topic}"),
    ("was", "kostet", "{topic}"),
    ("muss", "ich", "bezahlen"),
    ("wo", "ist", "das"),
]


def fitted_to(vectoriser: Vectoriser, texts: Sequence[Sequence[str]]) -> Vectors:
    """Fit to *texts* and return the vectors of all of them."""
    return np.concatenate([*vectoriser.fit(texts)])


@pytest.fixture(scope="module")
def fitted() -> tuple[Vectoriser, Vectors]:
    """Give a vectoriser fitted to a few texts, and their vectors."""
    vectoriser = Vectoriser(stem)
    return vectoriser, fitted_to(vectoriser, TEXTS)


def dense(vectoriser: Vectoriser, *spoken: str) -> Vectors:
    """Return the whole vector of words."""
    row = np.zeros(WIDTH, dtype=np.float32)
    columns, values = vectoriser.vector(spoken)
    np.add.at(row, columns, values)
    return row


def test_every_text_is_a_row_of_unit_length(fitted: tuple[Vectoriser, Vectors]) -> None:
    """Long questions count no more than short ones; collisions blur the length a little."""
    _, rows = fitted

    assert rows.shape == (len(TEXTS), WIDTH)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=0.1)


def test_a_text_is_most_like_itself(fitted: tuple[Vectoriser, Vectors]) -> None:
    """Read again, it has the vector it was fitted with."""
    vectoriser, rows = fitted

    for number, spoken in enumerate(TEXTS):
        similar = rows @ dense(vectoriser, *spoken)
        assert int(similar.argmax()) == number
        assert similar[number] == pytest.approx(float(rows[number] @ rows[number]), abs=1e-4)


def test_many_texts_at_once_are_read_as_one_by_one() -> None:
    """What is learnt from a text is exactly what a question of these words is compared with."""
    words = ("wann", "gebühr", "gebuehr", "{topic}", "ich", "starte", "ich")
    texts = [words[at % 7 : at % 7 + at % 4] for at in range(1_100)]
    vectoriser = Vectoriser(stem)

    rows = fitted_to(vectoriser, texts)

    assert (rows == np.stack([dense(vectoriser, *text) for text in texts])).all()


def test_inflected_and_misspelt_words_stay_alike(fitted: tuple[Vectoriser, Vectors]) -> None:
    """Stems and pieces of words are compared too: «starten» and «stratet» are near «startet»."""
    vectoriser, rows = fitted
    likeness = [
        float(rows[0] @ dense(vectoriser, "wann", word, "{topic}"))
        for word in ("startet", "starten", "stratet", "xyz")
    ]

    assert all(near > far + 0.02 for near, far in pairwise(likeness))


def test_the_order_of_words_counts(fitted: tuple[Vectoriser, Vectors]) -> None:
    """Pairs of neighbours are compared."""
    vectoriser, rows = fitted

    assert (
        rows[3] @ dense(vectoriser, "das", "ist", "wo")
        < rows[3] @ dense(vectoriser, "wo", "ist", "das") - 0.1
    )


def test_a_foreign_text_is_unlike_everything(fitted: tuple[Vectoriser, Vectors]) -> None:
    """What was never seen adds to the length only, so one common word does not carry the rest."""
    vectoriser, rows = fitted
    foreign = dense(vectoriser, "pizza", "funghi", "was", "knoblauch", "rezept")

    assert np.linalg.norm(foreign) < 0.6
    assert (rows @ foreign).max() < 0.25


@pytest.mark.parametrize("spoken", [(), ("zzz",)])
def test_a_text_without_anything_known_is_no_error(
    fitted: tuple[Vectoriser, Vectors], spoken: tuple[str, ...]
) -> None:
    """Its vector says nothing, or next to nothing."""
    assert np.linalg.norm(dense(fitted[0], *spoken)) < 0.6


def test_a_stand_in_is_one_thing(fitted: tuple[Vectoriser, Vectors]) -> None:
    """The letters of «{topic}» are like no word's."""
    vectoriser, _ = fitted

    assert abs(float(dense(vectoriser, "{topic}") @ dense(vectoriser, "topic"))) < 0.35


def test_rare_words_tell_more_than_common_ones() -> None:
    """A word of every text says little about which one is meant."""
    vectoriser = Vectoriser(str)
    rows = fitted_to(vectoriser, [("alfa", "beta"), ("alfa", "gama"), ("alfa", "delt"), ("zeta", "omeg")])

    similar = rows @ dense(vectoriser, "alfa", "omeg")

    assert similar[3] > 1.3 * similar[0]


def test_words_of_one_stem_are_alike() -> None:
    """Even where they share no letters."""
    vectoriser = Vectoriser(lambda word: "geh" if word in ("ging", "laufe") else word)
    rows = fitted_to(vectoriser, [("ging", "hin"), ("bleibt", "da")])

    assert rows[0] @ dense(vectoriser, "laufe") > 0.1


def test_collisions_make_nothing_more_alike() -> None:
    """Texts without a letter in common are, on average, not alike at all."""
    letters = np.random.default_rng(5)
    texts = [
        tuple("".join(letters.choice(list(half), 7)) for _ in range(5))
        for half in ("abcdefghijklm", "nopqrstuvwxyz")
        for _ in range(40)
    ]
    rows = fitted_to(Vectoriser(str), texts)

    assert abs((rows[:40] @ rows[40:].T).mean()) < 0.01


def test_what_was_learnt_can_be_taken_over(fitted: tuple[Vectoriser, Vectors]) -> None:
    """Another one then makes the very same vectors, of words never seen too."""
    vectoriser, _ = fitted
    heir = Vectoriser(stem)

    heir.recall(vectoriser.learnt)

    for spoken in (*TEXTS, ("wann", "kommt", "zzz"), ()):
        assert (dense(heir, *spoken) == dense(vectoriser, *spoken)).all()


def test_a_word_with_and_without_its_umlaut_is_the_same() -> None:
    """Not everybody has ä on the keyboard."""
    vectoriser = Vectoriser(stem)
    vectoriser.fit([("gebühr",), ("termin",)])

    assert (dense(vectoriser, "gebuehr") == dense(vectoriser, "gebühr")).all()


def test_an_unfitted_vectoriser_sees_nothing() -> None:
    """Without texts every vector is empty."""
    vectoriser = Vectoriser(stem)

    assert not [*vectoriser.fit([])]
    assert not dense(vectoriser, "kurs").any()
