"""What taps, typed button labels and short commands lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialogue.alike import alike, others_of
from bot.dialogue.aside import ASIDE, aside
from bot.dialogue.parts import part_of
from bot.dialogue.recalling import asks_whether_it_lasts
from bot.dialogue.walking import STALE, Walker
from bot.dialogue.whats_on import asks_for_sorts
from bot.language.languages import of_any
from bot.model import choices
from bot.model.answerable import can_answer, what_it_is
from bot.model.catalogue import Catalogue
from bot.model.context import Context, ListView
from bot.model.moves import AnswerIntent, AskToForget, Forget, LanguageSet, Move, NotKnown, Remark, ShowKept
from bot.model.reading import Command, Control, Reading

_HEARD = of_any(lambda grammar: grammar.heard | (grammar.stop_words - grammar.yes))
_FOLLOWING = of_any(lambda grammar: grammar.following)
_WHAT_FOLLOWS = _FOLLOWING | of_any(lambda grammar: grammar.joining)
_SAYS = ("yes", "no", "heard")
"""What somebody says, and does not ask."""


def talk_for(data: str, context: Context) -> Context:
    """Return the talk a tap belongs to: who begins anew talks about nothing yet, but stays on a path, and cared for."""
    anew = data == choices.BEGIN
    return replace(context, topics=(), beside=None, intent=None, listed=(), list_view=None) if anew else context


class ChoiceHandler:
    """Resolves button data, also when typed or meant by "ja" or "das zweite"."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._walker = Walker(catalogue)

    def move(self, data: str, context: Context) -> Move:
        """Return the move of a button; forged or stale data gives a kind remark."""
        action, _, rest = data.partition(":")
        if action == "q":
            return self._asked(rest)
        if action == "p":
            return self._walker.step(rest)
        if action == "page":
            return self._page(rest, context)
        if action in ASIDE:
            return aside(self._catalogue, action, rest) or STALE
        if action == "lang":
            return LanguageSet(None if rest == "auto" else rest) if rest in (*self._catalogue.languages, "auto") else STALE
        if action == choices.UNHELPFUL:
            return Remark("unhelpful")
        plain: dict[str, Move] = {
            choices.CANCEL: Remark("cancelled"), choices.NONE: NotKnown(misses=context.misses + 1),
            choices.KEPT: ShowKept(), choices.FORGET: AskToForget(),
            choices.FORGET_ALL: Forget(), choices.KEEP: Remark("kept-on"),
        }
        steered: dict[str, Callable[[Context], Move | None]] = {
            choices.MORE: self._more, choices.BACK: self._walker.back, choices.STOP: self._walker.stop,
        }
        return (steered[data](context) if data in steered else plain.get(data)) or STALE

    def _asked(self, rest: str) -> Move:
        intent_id, _, topic_id = rest.partition(":")
        intent, topic = self._catalogue.intent(intent_id), self._catalogue.topic(topic_id)
        if intent is None or (topic is None and (topic_id or intent.needs)):
            return STALE
        return AnswerIntent(intent.id, topic.id if topic else None)

    def _page(self, rest: str, context: Context) -> Move:
        """Turn to a page of the list that is talked about; the pages of an older one cannot be turned any more."""
        before, _, mark = rest.partition(":")
        view = context.list_view
        if view is None or view.mark != mark or not before.isdecimal():
            return STALE
        return self._listed(replace(view, shown=int(before)), context)

    def _listed(self, view: ListView, context: Context) -> Move:
        intent = self._catalogue.intent(view.intent)
        if intent is None:
            return STALE
        return AnswerIntent(intent.id, context.topics[0] if intent.needs and context.topics else None, view=view)

    def _more(self, context: Context) -> Move:
        """Go on in the list last shown."""
        view = context.list_view
        return self._listed(replace(view, shown=view.shown + len(context.listed)), context) if view else STALE

    def typed(self, reading: Reading, context: Context) -> Move | None:
        """Return the move of a button of the step that a path was left at, if its label was typed; a title begins its path."""
        way = self._walker.labelled(reading, context)
        path = None if way else self._walker.entitled(reading)
        return self.move(way, context) if way else self._walker.begun(path) if path else None

    def command(self, reading: Reading, context: Context) -> Move | None:
        """Return what yes, no, the other, what else, more or an ordinal means here; None where it means nothing."""
        if self._has_just_listed(context) and (_asks_what_follows(reading) or asks_for_sorts(reading)):
            return self._more(context)
        asks = _asks_something(reading, context) or (context.topics and asks_whether_it_lasts(reading))
        return None if reading.command is None or asks else self._commanded(reading.command, reading, context)

    def _commanded(self, command: Command, reading: Reading, context: Context) -> Move | None:
        match command.control:
            case "yes":
                return (None if self._is_only_heard(reading, context) else self._offered(0, context)) or Remark("declined")
            case "ordinal":
                return self._ordinal(command.number, context)
            case "more" | "back" | "stop" as control:
                return self._steered(control, context)
            case "other" | "else" as control:
                named = others_of(self._catalogue, reading, context)
                return named or (None if reading.mentions and control == "else" else self._besides(control, context))
            case "no":
                return Remark("declined")
            case "heard":
                return Remark("declined") if context.offered else None

    def _besides(self, control: Control, context: Context) -> Move | None:
        """The other one of two; or what else there is: on in the list last shown, else what is like the last topic."""
        if control == "other":
            return self._other(context)
        return (self._more(context) if self._is_on_a_list(context) else None) or alike(self._catalogue, context)

    def _is_on_a_list(self, context: Context) -> bool:
        """Tell whether a list of topics was shown last, which may go on."""
        intent = self._catalogue.intent(context.list_view.intent if context.list_view else None)
        return intent is not None and intent.answer.list is not None

    def _has_just_listed(self, context: Context) -> bool:
        """Tell whether a list was the last answer."""
        return self._is_on_a_list(context) and context.list_view is not None and context.list_view.intent == context.intent

    def _is_only_heard(self, reading: Reading, context: Context) -> bool:
        """Tell whether "ok" takes note of an answer or of chat, where nothing was asked: no button is meant."""
        intent = self._catalogue.intent(context.intent)
        wished = intent is not None and "wish" in intent.answer.show
        asked = wished or context.awaiting or context.path or not {choices.NONE, choices.FORGET_ALL}.isdisjoint(context.offered)
        return not asked and all(word in _HEARD for _, word in reading.words)

    def _steered(self, control: Control, context: Context) -> Move | None:
        """On in the list or on the path, else the first offer; back, off the path, where "stop" may ask for something else."""
        if control == "stop":
            return self._walker.stop(context)
        if control == "back":
            return self._walker.back(context) or Remark("declined")
        return self._more(context) if context.list_view else self._walker.go_on(context) or self._offered(0, context)

    def _offered(self, position: int, context: Context) -> Move | None:
        offered = [data for data in context.offered if data.startswith(self._taken_up(context))]
        return self.move(offered[position], context) if len(offered) > position >= -len(offered) else None

    def _taken_up(self, context: Context) -> tuple[str, ...]:
        """Return how buttons begin that "yes" can mean; the bell only where we just asked "shall I let you know?"."""
        intent = self._catalogue.intent(context.intent)
        bell = ("wish:",) if intent and "wish" in intent.answer.show else ()
        return ("q:", "p:", choices.FORGET_ALL, *bell)

    def _other(self, context: Context) -> Move | None:
        """The other one: of a list of two, or the topic before, asked the same; else the second offer."""
        intent = self._catalogue.intent(context.intent)
        others = _beside(context.listed, context.topics) or context.topics[1:2]
        if context.awaiting is None and others and intent and intent.needs:
            return self._asked(f"{intent.id}:{others[0]}")
        return self._offered(1, context)

    def _ordinal(self, number: int, context: Context) -> Move | None:
        """The n-th of the choices if we just asked, else of the topics last compared or listed, else of the buttons."""
        position = number - 1 if number > 0 else number
        part = part_of(self._catalogue, position, context)
        if part is not None and context.awaiting is None:
            return part
        asked = context.awaiting is not None or choices.NONE in context.offered
        named = (context.beside, *context.topics[:1]) if context.beside else context.listed
        if not asked and -len(named) <= position < len(named):
            return self._asked_again(named[position], named, context) or self._told(named[position])
        return self._offered(position, context)

    def _asked_again(self, identifier: str, named: Sequence[str], context: Context) -> Move | None:
        """Return what was just asked of another one of those *named*: "und die erste" behind where the second was."""
        last, topic = self._catalogue.intent(context.intent), self._catalogue.topic(identifier)
        another = context.topics[:1] != (identifier,) and not set(named).isdisjoint(context.topics[:1])
        able = another and last and last.needs and topic and can_answer(topic, last)
        return AnswerIntent(last.id, identifier) if last and able else None

    def _told(self, identifier: str) -> Move | None:
        topic = self._catalogue.topic(identifier)
        intent = what_it_is(self._catalogue, topic) if topic else None
        return AnswerIntent(intent.id, topic.id) if topic and intent else None


def _asks_something(reading: Reading, context: Context) -> bool:
    """Tell whether what reads like a command asks: "ja?", or whether what is talked about still goes on."""
    says = reading.command is not None and reading.command.control in _SAYS
    return (says and reading.text.rstrip().endswith("?")) or (bool(context.topics) and asks_whether_it_lasts(reading))


def _asks_what_follows(reading: Reading) -> bool:
    """Tell whether no more is asked than what comes next: "und danach", "dann?"."""
    words = {read_as for _, read_as in reading.words}
    return not words.isdisjoint(_FOLLOWING) and words <= _WHAT_FOLLOWS


def _beside(listed: tuple[str, ...], topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one of two listed topics that is not the latest one talked about."""
    if len(listed) != 2 or not topics or topics[0] not in listed:
        return ()
    return tuple(name for name in listed if name != topics[0])
