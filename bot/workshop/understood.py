"""What the fitted reader makes of our own examples and titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.conversation.brain import Brain
from bot.knowledge import Problem
from bot.knowledge.positions import position_of
from bot.knowledge.shelves import PATHS
from bot.model.intents import Intent
from bot.model.topics import Topic
from bot.model.values import Language
from bot.understanding.matcher import Example
from bot.workshop.folders import Folders
from bot.workshop.sentences import Progress, Tried, silent

_ENOUGH_TESTS = 3
Misread = Sequence[tuple[Example, str]]
"""Examples that another intent wins although they were taught, each with that intent."""


def misread_examples(misread: Misread, folders: Folders) -> Iterator[Problem]:
    """Yield the examples that another intent wins, although they were taught."""
    for example, winner in misread:
        message = f"Das Beispiel «{example.text}» landet trotzdem bei «{winner}»."
        advice = "Verschiebe es dorthin oder gib dieser Frage mehr ähnliche Beispiele."
        yield in_intent(folders, example.intent, example.text, message, advice)


def never_first(
    intents: Iterable[Intent], misread: Misread, results: Sequence[Tried], folders: Folders
) -> Iterator[Problem]:
    """Yield the *intents* that win not one of their own sentences."""
    lost = Counter(example.intent for example, _ in misread)
    for intent in intents:
        own = [each for each in results if each.intent == intent.id]
        examples = sum(len(texts) for texts in intent.examples.values())
        if lost[intent.id] >= examples or (len(own) >= _ENOUGH_TESTS and not any(each.is_first for each in own)):
            message = "Diese Frage gewinnt keinen einzigen ihrer eigenen Sätze, der Bot versteht sie nie."
            yield in_intent(folders, intent.id, "examples", message, "Gib ihr Beispiele, die sonst nirgends passen.")


def unrecognised_titles(
    brain: Brain, today: date, folders: Folders, progress: Progress = silent
) -> Iterator[Problem]:
    """Yield the topics that the bot does not find by their own title; each is a step.

    A place outside the region is found as such, by its name: there is nothing else to be said of it.
    """
    topics = brain.catalogue.topics.values()
    titled: defaultdict[str, set[str]] = defaultdict(set)
    for topic in topics:
        for title in topic.title.values():
            titled[title].add(topic.id)
    for topic in topics:
        progress()
        alike = {other for title in topic.title.values() for other in titled[title]}
        titles = {topic.title[language]: language for language in brain.texts.languages if language in topic.title}
        for language in titles.values():
            if not (alike | {topic.title[language]}) & set(_named(brain, topic, language, today)):
                file = folders.content / topic.folder / f"{topic.id}.yaml"
                message = f"Den eigenen Titel «{topic.title[language]}» erkennt der Bot in Fragen nicht."
                advice = "Ergänze unter also_called, wie Leute es nennen."
                line, column = position_of(file, "title")
                yield Problem(f"{folders.content_name}/{topic.folder}/{topic.id}.yaml", line, column, "warning", message, advice)


def _named(brain: Brain, topic: Topic, language: Language, today: date) -> Iterator[str]:
    return (name for mention in brain.reader.mentions_in(topic.title[language], today, language) for name in mention.ids)


def in_intent(folders: Folders, intent: str, words: str, message: str, advice: str) -> Problem:
    """Return a warning at the place in the file of an intent, or of a path, where *words* stand."""
    path, shown = folders.content / PATHS / f"{intent}.yaml", f"{folders.content_name}/{PATHS}/{intent}.yaml"
    if not path.exists():
        path, shown = folders.intents / f"{intent}.yaml", f"{folders.intents_name}/{intent}.yaml"
    return Problem(shown, *position_of(path, words), "warning", message, advice)
