"""Einfache Sprache, Sorbian, and a language that is added with files alone, in whole talks."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bot.app import load_brain
from bot.conversation.brain import Brain
from bot.conversation.turn import Conversation
from bot.knowledge import read
from bot.model.message import Message
from bot.model.reply import Reply, plain_text
from bot.service.commands import typed
from bot.store import MemoryStore
from tests.builders import NOW
from tests.house import TALK, House, intent

SIMPLE = intent(
    "Einfache Sprache", "{language: de-simple}", "einfacher bitte", "leichte sprache", "kannst du das einfacher sagen",
    "schreib leichter", "das ist zu schwer", "einfache wörter bitte", "bitte kürzer und leichter", "einfache sprache bitte",
    "sag es leichter", "zu kompliziert für mich", more=TALK,
)  # fmt: skip
SORBIAN = (
    "title: {de: Sorbisch, en: Sorbian}\nlanguages:\n  hsb: [hdźe, móžu, serbsce, wuknyć]\n  dsb: [źo, mógu, wuknuś]\n"
)


@dataclass
class Chat:
    """One person's talk with a bot."""

    brain: Brain
    code: str = "de"
    memory: MemoryStore = field(default_factory=MemoryStore)

    async def types(self, text: str) -> Reply:
        """Type a line, which may be a command."""
        message = typed("telegram:7", text)
        return await Conversation(self.brain, self.memory).turn(
            Message(message.chat, message.text, message.choice, message.notice, self.code), NOW
        )


def a_simple_house(house: House) -> House:
    """Return *house* with the course in Einfache Sprache too, and with a theme that Sorbian belongs to."""
    course = house.read("content/offers/schweisskurs.yaml")
    house.write("intents/simple-language.yaml", SIMPLE)
    house.write("content/themes/sorbian.yaml", SORBIAN)
    crisis = house.read("content/crisis.yaml")
    house.write("content/crisis.yaml", crisis.replace("say: {de: Du bist nicht allein.", "say: {de: Du bist nicht allein., de-simple: Du hast Hilfe."))
    said = 'summary: {de: "Du lernst das Schweißen.", de-simple: "Du lernst schweißen. Dabei machst du Metall heiß."'
    return house.write(
        "content/offers/schweisskurs.yaml",
        course.replace('summary: {de: "Du lernst das Schweißen."', said).replace("provider:", "themes: [sorbian]\nprovider:"),
    )


@pytest.mark.asyncio
async def test_einfache_sprache_is_asked_for_in_words_and_the_answer_is_said_again(house: House) -> None:
    """From then on everything comes in it, what has no simple text in plain German, until another language is chosen."""
    brain, problems = load_brain(a_simple_house(house).settings)
    chat = Chat(brain)
    await chat.types("was ist der schweißkurs")
    again = plain_text(await chat.types("kannst du das einfacher sagen"))
    cost = plain_text(await chat.types("was kostet der schweißkurs"))
    copy = plain_text(await chat.types("/auskunft"))
    helped = plain_text(await chat.types("ich will nicht mehr leben"))
    await chat.types("/loeschen")
    await chat.types("ja")

    assert [problem.severity for problem in problems] == ["warning"]  # the price has no simple text
    assert again.startswith(brain.texts.say("de-simple", "language-set"))
    assert "Du lernst schweißen. Dabei machst du Metall heiß." in again
    assert "Der Kurs kostet 50 Euro." in cost
    assert "Deine Sprache: Einfache Sprache" in copy
    assert helped.startswith("Du hast Hilfe.")
    assert await chat.memory.load("telegram:7") is None


@pytest.mark.asyncio
@pytest.mark.parametrize(("line", "language"), [
    ("und wann geht der Kurs dann los auf deutsch", "de-simple"), ("auf deutsch bitte: wann geht der Kurs los", "de-simple"),
    ("auf englisch bitte: wann geht der Kurs los", "en"), ("deutsch", "de"),
])
async def test_german_does_not_end_the_register_by_itself(house: House, line: str, language: str) -> None:
    """Only the button of another language does, or who wishes for one before a question; /einfach begins it."""
    chat = Chat(load_brain(a_simple_house(house).settings)[0])
    await chat.types("/einfach")
    if language == "de":
        message = Message("telegram:7", choice="lang:de")
        await Conversation(chat.brain, chat.memory).turn(message, NOW)
    else:
        await chat.types(line)
    kept = await chat.memory.load("telegram:7")

    assert kept is not None
    assert (kept.language, kept.language_fixed) == (language, True)


@pytest.mark.asyncio
async def test_sorbian_is_answered_in_german_with_what_belongs_to_it(house: House) -> None:
    """Which of the two it is, is said; a thing that is named is answered about."""
    chat = Chat(load_brain(a_simple_house(house).settings)[0])
    listed = await chat.types("Hdźe móžu serbsce wuknyć?")
    about = await chat.types("Źo mógu wuknuś, pšosym: Schweißkurs")

    assert plain_text(listed).startswith("Das liest sich wie Obersorbisch.")
    assert listed.topics == ("schweisskurs",)
    assert plain_text(about).startswith("Das liest sich wie Niedersorbisch.")
    assert "Du lernst das Schweißen." in plain_text(about)


@dataclass(frozen=True)
class Added:
    """A language as somebody would add it: its texts, a topic, two examples, and a question in it."""

    code: str
    name: str
    source: str
    title: str
    summary: str
    examples: str
    ask: str

    @property
    def texts(self) -> str:
        """The texts that are there so far."""
        return f"language-name = {self.name}\nsource = {self.source} {{ $sources }}\n"


POLISH = Added("pl", "Polski", "Źródło:", "Kurs spawania", "Uczysz się spawać.", '["co to jest {topic}", "opowiedz mi o {topic}"]',
               "Proszę, co to jest kurs spawania?")  # fmt: skip
UKRAINIAN = Added("uk", "Українська", "Джерело:", "Курс зварювання", "Ти вчишся зварювати.",
                  '["що таке {topic}", "розкажи мені про {topic}"]', "Скажіть, будь ласка, що таке курс зварювання?")  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize("added", [POLISH, UKRAINIAN], ids=["pl", "uk"])
async def test_a_language_is_added_with_files_alone(house: House, added: Added) -> None:
    """A texts file and keys beside de and en: its questions get its answers, what is missing comes in German."""
    house.write(f"content/texts/{added.code}.ftl", added.texts)
    course = house.read("content/offers/schweisskurs.yaml")
    house.write("content/offers/schweisskurs.yaml", course.replace(
        "title: {de: Schweißkurs", f"title: {{de: Schweißkurs, {added.code}: {added.title}"
    ).replace('summary: {de: "Du lernst das Schweißen."', f'summary: {{de: "Du lernst das Schweißen.", {added.code}: "{added.summary}"'))  # fmt: skip
    overview = house.read("intents/overview.yaml")
    house.write("intents/overview.yaml", overview.replace("examples:\n", f"examples:\n  {added.code}: {added.examples}\n"))
    brain, problems = load_brain(house.settings)
    chat = Chat(brain, code=added.code)
    menu = [choice.label for choice in (await chat.types("/sprache")).choices]
    summary = plain_text(await chat.types(added.ask))
    cost = plain_text(await chat.types("was kostet der schweißkurs"))

    assert problems == ()
    assert added.name in menu
    assert added.summary in summary
    assert added.source in summary
    assert "Der Kurs kostet 50 Euro." in cost


@pytest.mark.parametrize(
    ("line", "is_used"),
    [
        ("", False),
        ("# checked_by:\n", False),
        ("# checked_by: noch niemand\n", False),
        ("# checked_by: bitte eintragen\n", False),
        ("# checked_by: Měto Muster, Sprachzentrum, 2026-11-20\n", True),
    ],
)
@pytest.mark.parametrize("language", ["hsb", "dsb"])
def test_sorbian_texts_are_used_only_where_somebody_checked_them(house: House, language: str, line: str, is_used: bool) -> None:
    """Nobody is spoken to in a Sorbian that nobody who speaks it has read."""
    house.write(f"content/texts/{language}.ftl", f"{line}language-name = Serbšćina\n")
    knowledge = read(house.folders.content, house.folders.intents)

    assert (language in knowledge.catalogue.languages) == is_used
    assert [problem.message for problem in knowledge.problems] == ([] if is_used else [
        "Diese Sätze hat niemand geprüft, der die Sprache spricht; der Bot benutzt sie nicht."
    ])  # fmt: skip


def test_a_question_cannot_lead_to_a_language_without_texts(house: House) -> None:
    """The file is left out and says which there are."""
    house.write("intents/simple-language.yaml", SIMPLE.replace("de-simple", "pl"))
    knowledge = read(house.folders.content, house.folders.intents)

    assert "simple-language" not in knowledge.catalogue.intents
    assert [p.message for p in knowledge.problems] == ["Auf «pl» kann der Bot nicht wechseln: Es gibt keine Datei texts/pl.ftl."]
