"""Sentences as sparse vectors, and the judge of words that is fitted on them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.understanding import crisis_vectors
from bot.understanding.crisis_vectors import (
    WIDTH,
    Rows,
    Sentences,
    Weighing,
    WordJudge,
    columns_of,
    conjugate_gradients,
    fit_rows,
)

SENTENCES = tuple(
    tuple(text.split())
    for text in ("ich will weg", "alles ist grau", "wann geht es los", "was kostet der kurs", "ich will los")
)
TARGETS = np.array([1, 1, -1, -1, -1], dtype=np.float32)
RIDGE = 0.25


def weighed() -> tuple[Weighing, Rows]:
    """Return what is learnt from the sentences, and their rows."""
    columns = Sentences.of([columns_of(words) for words in SENTENCES])
    weighing = Weighing.learnt(columns)
    return weighing, weighing.rows(columns)


def dense(rows: Rows) -> NDArray[np.float64]:
    """Return *rows* with all columns that any of them uses, and a column of ones for the bias."""
    used, packed = np.unique(rows.columns, return_inverse=True)
    table = np.zeros((len(rows.starts), len(used) + 1))
    lengths = np.diff(np.append(rows.starts, len(rows.columns)))
    table[np.repeat(np.arange(len(rows.starts)), lengths), packed] = rows.values
    table[:, -1] = 1.0
    return table


def test_a_known_sentence_has_length_one() -> None:
    """Rows can be compared by their products."""
    _, rows = weighed()

    lengths = np.add.reduceat(rows.values**2, rows.starts)
    assert lengths == pytest.approx(np.ones(len(SENTENCES)), abs=1e-5)


def test_rows_multiplied_a_few_at_a_time_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few: one longer than that is multiplied by itself."""
    _, rows = weighed()
    vector, shares = np.arange(WIDTH) % 7.5, np.arange(len(SENTENCES)) - 1.5
    together = rows.times(vector), rows.turned_times(shares, WIDTH)

    for most in (1, len(rows.columns) // 2):
        monkeypatch.setattr(crisis_vectors, "_AT_ONCE", most)
        assert rows.times(vector) == pytest.approx(together[0])
        assert rows.turned_times(shares, WIDTH) == pytest.approx(together[1])


def test_sentences_are_packed_and_taken() -> None:
    """What is kept of them gives them back, and some of them are as they were."""
    each = [columns_of(words) for words in SENTENCES]
    packed = Sentences.from_numbers(Sentences.of(each).numbers).taken((3, 0))

    assert [part.tolist() for part in np.split(packed.columns, packed.starts[1:])] == [each[3].tolist(), each[0].tolist()]


def test_foreign_words_make_a_sentence_less_like_the_examples() -> None:
    """What no example holds adds to the length alone."""
    weighing, _ = weighed()
    (_, plain), (_, mixed) = (weighing.vector(columns_of(words)) for words in (("will", "weg"), ("will", "weg", "xylophon")))

    assert (plain**2).sum() > 2 * (mixed**2).sum()


def test_one_number_is_as_good_as_another() -> None:
    """An age is an age; a year is something else."""
    (young, older, year) = (columns_of(("bin", age)) for age in ("9", "17", "2017"))

    assert young.tolist() == older.tolist() != year.tolist()


def test_pairs_are_known_with_one_word_between() -> None:
    """Who hits whom is told by words that seldom stand side by side."""
    weighing = Weighing.learnt(Sentences.of([columns_of(("er", "schlug", "mich"))]))
    apart = set(columns_of(("er", "schlug", "mich"))) & set(columns_of(("er", "stach", "mich")))
    alone = set(columns_of(("er",))) | set(columns_of(("mich",)))

    assert any(weighing.scale[column] > 0 for column in apart - alone)


def test_a_rare_word_counts_more_than_a_frequent_one() -> None:
    """*ich* is in two sentences, *weg* in one."""
    weighing, _ = weighed()
    often, rarely = (weighing.scale[columns_of((word,))].max() for word in ("ich", "weg"))

    assert rarely > often


def test_a_word_and_its_misspelling_share_pieces() -> None:
    """A slip at the end leaves most pieces as they are."""
    shared = np.intersect1d(columns_of(("sterben",)), columns_of(("sterbn",)))

    assert len(shared) >= 6


def test_words_pairs_and_pieces_never_meet() -> None:
    """Each kind of feature has its own range of columns."""
    columns = columns_of(("weg",))
    kinds = columns // (WIDTH // 4)

    assert np.bincount(kinds).tolist() == [1, 2, 6, 1]


def test_the_fit_is_the_ridge_regression() -> None:
    """Conjugate gradients come to what solving the normal equations gives."""
    _, rows = weighed()
    table = dense(rows)
    exact = np.linalg.solve(table.T @ table + RIDGE * np.eye(table.shape[1]), table.T @ TARGETS)
    weights, bias = fit_rows(rows, TARGETS)

    assert weights[np.unique(rows.columns)] == pytest.approx(exact[:-1], abs=2e-3)
    assert bias == pytest.approx(exact[-1], abs=2e-3)


def test_what_is_solved_already_is_left_alone() -> None:
    """Nothing wanted, nothing found, and no division by nothing."""
    assert conjugate_gradients(lambda vector: 2 * vector, np.zeros(3)).tolist() == [0.0, 0.0, 0.0]


def test_a_judge_survives_being_kept() -> None:
    """Its numbers make the same judge again."""
    weighing, rows = weighed()
    judge = WordJudge(weighing, *fit_rows(rows, TARGETS))
    again = WordJudge.from_numbers(judge.numbers)

    assert again.score(("ich", "will", "weg")) == pytest.approx(judge.score(("ich", "will", "weg")), abs=1e-6)
    assert judge.score(("ich", "will", "weg")) > 0 > judge.score(("was", "kostet", "das"))
