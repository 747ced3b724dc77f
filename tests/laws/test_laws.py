"""The first four laws on our own content: date-safe, sourced, honest when unsure, crisis first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import pytest_asyncio

from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.model.answerable import runs_of
from bot.model.intents import PRIVACY
from bot.model.message import Message
from bot.model.moves import AnswerIntent, Help, Move, TakeStep
from bot.model.reply import Items, Reply, SourceNote, Text, plain_text
from bot.store import MemoryStore
from bot.understanding.crisis import Alarm, CrisisDetector
from bot.understanding.semantic import Ahead, nothing
from bot.workshop.days import days_for
from bot.workshop.laws import Inspector
from bot.workshop.sentences import false_alarms, missed_crises

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NONSENSE = (
    "qwrtz plmk", "xxyq zzrk brmpf", "asdfgh jklö", "blub blub", "zxcvb nmm", "krxl prft", "jjkw qqvx zzt", "hgfd", "lorem ipsum dolor",
)
MISSED = ("not-known", "off-topic")


class Wavering(CrisisDetector):
    """Takes one word for violence, perhaps."""

    def explain(self, text: str, ahead: Ahead = nothing) -> Alarm | None:
        """Return an alarm that wavers."""
        return Alarm("violence", example="er haut", wavers=True) if "haut" in text else None


CLAIM = re.compile(r"\d|\w\.(?:de|org|eu)\b|beratung|Assistierte|adviser|assisted", re.IGNORECASE)
"""A number, a page, or somebody who advises."""
CRISIS = {"de": "ich will nicht mehr leben", "en": "i want to kill myself"}


async def talk(brain: Brain, *lines: str, language: str = "de") -> list[Reply]:
    """Return the replies of one chat to *lines*; a line that begins with > taps the button of that data."""
    conversation = Conversation(brain, MemoryStore())
    replies = []
    for minute, line in enumerate(lines):
        message = Message("a", text=line, language_code=language)
        if line.startswith(">"):
            message = Message("a", choice=line[1:], language_code=language)
        replies.append(await conversation.turn(message, NOW + timedelta(minutes=minute)))
    return replies


def said_in(reply: Reply) -> str:
    """Return the sentences of a reply, without buttons and source."""
    return " ".join(block.text for block in reply.blocks if isinstance(block, Text))


@pytest_asyncio.fixture
async def misses(own_brain: Brain) -> tuple[str, str, str]:
    """Return three messages the bot does not know what to do with."""
    first, second, third, *_ = [line for line in NONSENSE if (await talk(own_brain, line))[0].intent in MISSED]
    return first, second, third


def numbers_of(brain: Brain, language: str) -> list[str]:
    """Return the help lines as they are said."""
    return [line.text.get(language, line.text["de"]) for line in brain.catalogue.crisis.help]


def says_all(reply: Reply, lines: Iterable[str]) -> bool:
    """Tell whether each of *lines* stands in the reply."""
    shown = plain_text(reply)
    return all(line in shown for line in lines)


def test_law_1_and_2_no_reply_breaks_them_on_any_day_that_matters(own_brain: Brain) -> None:
    """Every question about every topic, in both languages, around each date: date-safe, sourced, short, sendable."""
    breaches = [str(breach) for breach in Inspector(own_brain.composer, NOW.date()).breaches()]

    assert breaches == []


def test_law_1_is_tried_around_every_date_of_our_content(own_brain: Brain) -> None:
    """The days include the one before, of and after each run."""
    days = set(days_for(own_brain.catalogue.topics.values(), NOW.date()))
    starts = [run.start for topic in own_brain.catalogue.topics.values() for run in runs_of(topic)]

    assert len(starts) >= 4
    assert {start + timedelta(days=shift) for start in starts for shift in (-1, 0, 1)} <= days
    assert {date(2024, 1, 1), date(2028, 12, 31)} <= days


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("question", "language", "never"),
    [
        ("gib mir den alten anmeldelink vom wasserstoffkurs", "de", "idloom"),
        ("can I still register for the hydrogen course", "en", "idloom"),
    ],
)
async def test_law_1_a_closed_registration_is_named_as_closed(
    own_brain: Brain, question: str, language: str, never: str
) -> None:
    """Asked for the old link, the bot says that it is closed and shows it nowhere."""
    (reply,) = await talk(own_brain, question, language=language)
    shown = plain_text(reply) + "".join(link.url for link in reply.links)

    assert "geschlossen" in shown or "closed" in shown
    assert never not in shown


@pytest.mark.asyncio
@pytest.mark.parametrize("question", ["wann startet der wasserstoffkurs", "was ist qlee", "wer ist bei der kompetenzregion dabei"])
async def test_law_2_facts_end_with_their_source(own_brain: Brain, question: str) -> None:
    """The last thing a reply says is where it is from and of when."""
    (reply,) = await talk(own_brain, question)

    assert isinstance(reply.blocks[-1], SourceNote)
    assert plain_text(reply).rsplit("\n", 1)[-1].startswith("Quelle: ")


def test_law_2_a_text_that_names_an_office_a_page_or_a_number_ends_with_its_source(own_brain: Brain) -> None:
    """Also what is said whatever it is about: the texts of questions, the steps of guided paths."""
    catalogue, composer = own_brain.catalogue, own_brain.composer
    texts: list[Move] = [AnswerIntent(intent.id) for intent in catalogue.intents.values() if intent.answer.text and intent.id != PRIVACY]
    steps = [TakeStep(path.id, step) for path in catalogue.paths.values() for step in path.steps]
    replies = [composer.compose(move, language, NOW.date()) for move in (*texts, *steps) for language in ("de", "en")]
    factual = [reply for reply in replies if CLAIM.search(said_in(reply)) or catalogue.namesakes.named_in(said_in(reply), reply.language)]

    assert len(factual) > 80
    assert [plain_text(reply) for reply in factual if not isinstance(reply.blocks[-1], SourceNote)] == []


@pytest.mark.asyncio
@pytest.mark.parametrize("language", ["de", "en"])
async def test_law_3_three_misses_lead_to_people_and_none_is_said_twice(
    own_brain: Brain, misses: tuple[str, str, str], language: str
) -> None:
    """Each miss says something else, the third names somebody to ask."""
    replies = await talk(own_brain, *misses, language=language)
    said = [plain_text(reply) for reply in replies]

    assert all(reply.intent in MISSED for reply in replies)
    assert len(set(said)) == 3
    assert "Agentur für Arbeit Cottbus" in said[2]
    assert all(reply.choices for reply in replies)


@pytest.mark.asyncio
async def test_law_3_an_answer_ends_the_row_of_misses(own_brain: Brain, misses: tuple[str, str, str]) -> None:
    """Only misses in a row count."""
    replies = await talk(own_brain, *misses[:2], "was ist qlee", misses[2])
    first = await talk(own_brain, "was ist qlee", misses[2])

    assert plain_text(replies[3]) == plain_text(first[1])


@pytest.mark.asyncio
async def test_law_3_none_of_these_counts_as_a_miss(own_brain: Brain, misses: tuple[str, str, str]) -> None:
    """Whoever refuses all choices is not sent in circles."""
    replies = await talk(own_brain, misses[0], ">none", ">none")

    assert len({plain_text(reply) for reply in replies}) == 3
    assert "Agentur für Arbeit Cottbus" in plain_text(replies[2])


@pytest.mark.asyncio
@pytest.mark.parametrize("language", ["de", "en"])
async def test_law_4_a_crisis_comes_before_everything(own_brain: Brain, language: str) -> None:
    """Even beside a question: the numbers, nothing to tap, and nothing about the course."""
    (reply,) = await talk(own_brain, f"{CRISIS[language]}. wann startet der wasserstoffkurs", language=language)

    assert reply.intent == "crisis"
    assert says_all(reply, numbers_of(own_brain, reply.language))
    assert "112" in plain_text(reply)
    assert reply.choices == ()
    assert "4. März" not in plain_text(reply)
    assert "4 March" not in plain_text(reply)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "cry",
    [
        "mein vater holt wieder den gürtel wenn ich heimkomme",
        "seit ostern esse ich fast nichts und kippe dauernd um",
        "die anderen haben mir heute wieder aufgelauert und mich getreten",
        "eigentlich will ich morgens gar nicht mehr aufwachen",
        "my stepdad comes into my room at night",
        "hab mich geritzt",
    ],
)
@pytest.mark.parametrize("said", ["was kostet der wasserstoffkurs? {}", "{}. wann startet der nächste kurs in cottbus"])
async def test_law_4_a_question_does_not_drown_a_cry(own_brain: Brain, said: str, cry: str) -> None:
    """Whether it stands before or behind it."""
    (reply,) = await talk(own_brain, said.format(cry))

    assert reply.intent == "crisis"
    assert says_all(reply, numbers_of(own_brain, reply.language))


@pytest.mark.asyncio
async def test_law_4_where_the_alarm_wavers_help_is_shown_and_nothing_taken_for_granted(own_brain: Brain) -> None:
    """A harmless message that sounds alike is not told it is not to blame; the following turn carries the numbers all the same."""
    brain = replace(own_brain, crisis=Wavering(own_brain.catalogue.crisis, lambda _: True))

    perhaps, following = await talk(brain, "hier haut alles hin", "was ist qlee")

    assert perhaps.intent == "crisis"
    assert own_brain.texts.say("de", "perhaps-distress") in plain_text(perhaps)
    assert all(says_all(reply, numbers_of(own_brain, "de")) for reply in (perhaps, following))
    assert perhaps.choices == ()


@pytest.mark.asyncio
@pytest.mark.parametrize("then", ["was ist qlee", "danke", "qwrtz plmk", ">cancel", ">q:list-offers"])
async def test_law_4_the_following_turn_still_carries_the_numbers(own_brain: Brain, then: str) -> None:
    """Whatever comes next, help is still in sight; the turn after that is an ordinary one."""
    _, following, later = await talk(own_brain, CRISIS["de"], then, "was ist qlee")

    assert says_all(following, numbers_of(own_brain, following.language))
    assert not says_all(later, numbers_of(own_brain, later.language))


@pytest.mark.asyncio
async def test_law_4_what_was_open_before_is_not_asked_again(own_brain: Brain) -> None:
    """After a crisis nobody is asked which course they meant."""
    first, crisis, after = await talk(own_brain, "was kostet das", CRISIS["de"], "wasserstoffkurs")

    assert first.choices
    assert crisis.intent == "crisis"
    assert after.intent != "cost"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("said", "before", "language"),
    [
        ("i wanna kms", (), "en"),
        ("want to die", ("was ist qlee",), "en"),
        ("my dad hits me", ("wann startet der wasserstoffkurs",), "en"),
        ("ritze mich wieder", ("what is qlee",), "de"),
        ("chcę umrzeć", (), "de"),
        ("не хочу жити", ("what is qlee",), "en"),
        ("не хочу жити", ("was ist qlee",), "de"),
    ],
)
async def test_law_4_help_comes_in_the_language_of_the_cry(
    own_brain: Brain, said: str, before: tuple[str, ...], language: str
) -> None:
    """However short it is and whatever was spoken before; in a language we cannot speak, the talk's own stays."""
    *_, reply = await talk(own_brain, *before, said)

    assert reply.intent == "crisis"
    assert reply.language == language
    assert says_all(reply, numbers_of(own_brain, language))


def test_law_4_the_rules_pass_their_own_tests(own_brain: Brain) -> None:
    """Each sentence staff listed is recognised, each figure of speech is not."""
    assert [slip.sentence for slip in missed_crises(own_brain)] == []


def test_law_4_no_everyday_question_sounds_an_alarm(own_brain: Brain) -> None:
    """No example and no test sentence of a question is taken for a crisis."""
    assert [slip.sentence for slip in false_alarms(own_brain)] == []


def test_every_help_line_is_a_line_of_its_own(own_brain: Brain) -> None:
    """People in distress must find the numbers at a glance."""
    (kind, *_) = own_brain.catalogue.crisis.kinds
    reply = own_brain.composer.compose(Help(kind), "de", NOW.date())
    (items,) = (block for block in reply.blocks if isinstance(block, Items))

    assert list(items.lines) == numbers_of(own_brain, "de")
