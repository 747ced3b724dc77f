"""From a reading and what was said before to the next move."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.ages import told_by_age
from bot.dialogue.alike import LIST_BY_KIND
from bot.dialogue.belonging import asked_of_club
from bot.dialogue.carrying import CarriedOn
from bot.dialogue.chatting import about_the_bot, is_surely_about_the_bot
from bot.dialogue.choosing import ChoiceHandler, talk_for
from bot.dialogue.chosen import as_within_the_talk, unless_heard, unless_in_vain
from bot.dialogue.comparing import compared, of_both, of_each
from bot.dialogue.decisions import SURE_OF_LANGUAGE, Decision, Decisions
from bot.dialogue.describing import by_its_name
from bot.dialogue.doubting import Doubts
from bot.dialogue.leaning import in_the_talk, latest_first, of_the_talk
from bot.dialogue.membership import one_instead_of_all, somebody_named, unless_else_is_asked
from bot.dialogue.namesakes import Namesakes
from bot.dialogue.not_known import beside_a_guess, not_known, not_of_the_latest, off_topic, off_topic_though
from bot.dialogue.of_the_latest import of_the_latest
from bot.dialogue.offered import its_own, offered_by, own_answer
from bot.dialogue.opening import wanted
from bot.dialogue.option import ANSWER_FROM, CHOICES_FROM, Option, advice, is_in_vain, offered, with_second
from bot.dialogue.options import ELLIPSIS, OptionFinder
from bot.dialogue.parts import part_by_theme
from bot.dialogue.pronouns import of_the_one_named
from bot.dialogue.recalling import recalled
from bot.dialogue.staying import asks_there, kept_to_the_talk
from bot.dialogue.subjects import Subjects
from bot.dialogue.taught import as_taught
from bot.dialogue.telling import told
from bot.dialogue.telling_words import denies, names_a_club, only_tells, stranger
from bot.dialogue.tongues import Tongues, named_language
from bot.dialogue.topics import TopicResolver, accepted_kinds, takes_any_name
from bot.dialogue.views import members_view, view_of
from bot.dialogue.whats_on import asks_only_which, asks_which, whats_on
from bot.dialogue.whereabouts import apart_from_halls
from bot.dialogue.wishing import as_a_wish, unless_unasked
from bot.dialogue.wording import Wording
from bot.language.languages import of_any
from bot.model.answerable import WHAT_IT_IS, can_answer, has_its_hours, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ELSEWHERE, LANGUAGE, Intent, ListSpec
from bot.model.moves import AnswerIntent, AskWhich, LanguageSet, Move, NotKnown
from bot.model.reading import Reading
from bot.model.topics import Topic

_CLOSE, _FEW_WORDS, _SURELY_ASKED = 0.98, 5, 0.45
_ASKED_BACK = 0.5  # so sure at most it is that nothing better could be done than to ask of what something is meant
_POINTING, _DATES = of_any(lambda grammar: grammar.demonstratives | grammar.there), "dates"
_BY_NAME = 0.88
"""So sure it is that who only names something asks what that is: of 175 such questions 154 were answered rightly."""


class Policy:
    """Decides. Pure: nothing is remembered here but the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._resolver = TopicResolver(catalogue)
        self._options = OptionFinder(catalogue, self._resolver)
        self._choices = ChoiceHandler(catalogue)
        self._carried = CarriedOn(catalogue)
        self._tongues, self._doubts = Tongues(catalogue), Doubts(catalogue)
        self._decided = Decisions(catalogue)
        self._subjects, self._wording, self._namesakes = Subjects(catalogue), Wording(catalogue), Namesakes(catalogue)

    def on_choice(self, data: str, context: Context) -> Decision:
        """Return what a tapped button does; an unknown or stale one is answered kindly."""
        return self._decided.with_context(self._choices.move(data, context), talk_for(data, context))

    def on_command(self, reading: Reading, context: Context) -> Decision:
        """Return what to do about ``/link`` and the words behind it."""
        return self._decided.with_context(wanted(self._catalogue, reading), context)

    def on_reading(self, reading: Reading, context: Context) -> Decision:
        """Return what to do about a message."""
        context = apart_from_halls(self._catalogue, reading, of_the_one_named(self._catalogue, reading, context))
        kept = kept_to_the_talk(self._catalogue, as_a_wish(self._catalogue, reading), context)
        reading = self._namesakes.meant(kept, context)
        move = (
            self._choices.typed(reading, context)
            or self._tongues.move(reading, context)
            or self._choices.command(reading, context)
            or by_its_name(of_the_latest(self._catalogue, self._understood(reading, context), context), reading, context)
        )
        move = about_the_bot(self._catalogue, self._namesakes.told(move, reading), reading)
        move = self._wording.said(move, reading, context)
        move = told_by_age(self._catalogue, not_of_the_latest(move, reading, context), reading, context)
        move = beside_a_guess(self._catalogue, move, reading, context)
        move = self._tongues.noted(as_within_the_talk(self._catalogue, move, reading, context), reading)
        return self._decided.with_context(self._doubts.noted(unless_in_vain(self._catalogue, move, context), reading), context)

    def _understood(self, reading: Reading, context: Context) -> Move:
        there = asks_there(self._catalogue, reading, context)
        return (
            (NotKnown(lost=reading.lost, misses=context.misses + 1) if reading.lost else None)
            or self._awaited(reading, context)
            or as_taught(self._catalogue, reading, context)
            or told(self._catalogue, reading, context)
            or recalled(self._catalogue, reading, context)
            or compared(self._catalogue, reading, context)
            or (part_by_theme(self._catalogue, reading) or asked_of_club(self._catalogue, reading, context))
            or self._wording.denied(reading, context)
            or self._wording.of_place(reading, context)
            or self._wording.new(self._carried.on(reading, context), reading, context)
            or self._wording.told(reading, context)
            or whats_on(self._catalogue, reading, context)
            or (None if there else self._subjects.there(reading, context))
            or offered_by(self._catalogue, reading, context)
            or (None if there else unless_heard(self._named(reading, context), reading, context))
            or of_each(self._catalogue, of_both(self._catalogue, self._weighed(reading, context), reading, context), reading)
        )

    def is_question(self, move: AnswerIntent) -> bool:
        """Tell whether the move answers a question, not small talk or what is foreign to us."""
        return self._catalogue.intents[move.intent].kind == "question"

    def is_small_talk(self, move: AnswerIntent) -> bool:
        """Tell whether the move is one of a chat, such as "wie geht's"."""
        return self._catalogue.intents[move.intent].kind == "small_talk"

    def _awaited(self, reading: Reading, context: Context) -> Move | None:
        """A topic named after we asked back answers the question that was open."""
        intent = self._catalogue.intent(context.awaiting)
        if intent is None or (reading.verdict == "answer" and not reading.bare):
            return None
        named = reading.named("topic") or reading.named("theme")
        return self._ask(intent, reading, context) if named else None

    def _named(self, reading: Reading, context: Context) -> Move | None:
        """What only a name or a kind asks, unless it is asked whether the bot has to do with it: "bist du von der LEAG"."""
        return None if is_surely_about_the_bot(self._catalogue, reading) else self._named_alone(reading, context)

    def _named_alone(self, reading: Reading, context: Context) -> Move | None:
        """Only a name was said: the last question about it while the talk runs, else what it is; only a kind: its list."""
        if asks_which(reading) and not reading.named("topic") and not reading.named("elsewhere"):
            return self._subjects.kind_alone(reading)
        timed, elsewhere = reading.named("period"), reading.named("elsewhere")
        if not timed and not elsewhere and (listed := self._subjects.for_offer(reading, context)):
            return listed
        if not reading.bare or elsewhere:
            return None
        if timed:
            return self._then(reading)
        topics = reading.named("topic")
        named = self._catalogue.topic(topics[0].ids[0]) if topics else None
        if reading.verdict == "answer" and (len(topics) > 1 or (named and (names_a_club(reading, named) or self._asks(reading)))):
            return None
        if topics:
            last = self._catalogue.intent(context.intent)
            if named and last and (own := own_answer(self._catalogue, named, last, context)):
                return own
            goes_on = last and last.kind == "question" and not asks_only_which(reading)
            runs_on = goes_on and last and named and named.kind in accepted_kinds(last)
            intents = (last if runs_on else None, *(self._catalogue.intent(name) for name in WHAT_IT_IS))
            found = [intent for intent in intents if intent]
            able = [intent for intent in found if named and can_answer(named, intent)] or found
            return self._ask(able[0], reading, context, 1.0 if able[0] is last else _BY_NAME) if able else None
        return self._subjects.alone(reading, context)

    def _asks(self, reading: Reading) -> bool:
        """Tell whether a long name was said as a question about the topic: "Ausschuss im Landtag"."""
        likely = reading.ranked[0]
        intent, named = self._catalogue.intents[likely.intent], self._catalogue.topic(reading.named("topic")[0].ids[0])
        able = named is not None and named.kind in accepted_kinds(intent) and can_answer(named, intent)
        return able and likely.confidence >= _SURELY_ASKED and intent.id not in WHAT_IT_IS

    def _then(self, reading: Reading) -> Move | None:
        """A name and a time alone ask for the dates in it: "Sommercamp 2024"."""
        named, dates = reading.named("topic"), self._catalogue.intent(_DATES)
        topic = self._catalogue.topic(named[0].ids[0]) if len(named) == 1 else None
        return AnswerIntent(dates.id, topic.id) if dates and topic and runs_of(topic) else None

    def _weighed(self, reading: Reading, context: Context) -> Move:
        return self._wording.rather(self._by_weight(reading, context), reading, context)

    def _by_weight(self, reading: Reading, context: Context) -> Move:
        """Answer the best option; offer choices where two weak ones are close; else say it is not known."""
        written, reading = reading, in_the_talk(self._catalogue, reading, context)
        options = unless_unasked(unless_else_is_asked(self._options.options(reading, context), reading), reading)
        options = latest_first(self._catalogue, options, reading, context)
        best = options[0] if options else None
        if listed := self._subjects.something(reading, best):
            return listed
        if best is None or best.weight < CHOICES_FROM:
            advised = advice(self._catalogue, options, reading)
            unclear = self._subjects.at_home(reading) or (None if advised else off_topic(self._catalogue, reading, context))
            unclear = unclear or self._subjects.perhaps(reading)
            meant = None if unclear else of_the_talk(self._catalogue, options, reading, context) or advised
            if meant:
                return with_second(self._answer(meant, reading), (meant, *(each for each in options if each != meant)), context)
            return unclear or not_known(written, context)
        if foreign := off_topic_though(best, self._catalogue, reading, context):
            return foreign
        if best.weight < ANSWER_FROM and not reading.named("topic") and is_in_vain(best):
            return NotKnown(best.topic.id if best.topic else None, misses=context.misses + 1)
        close = [option for option in options if option.weight >= _CLOSE * best.weight and option.can_be_offered]
        if best.weight < ANSWER_FROM and best.intent.kind == "question":
            near = (option for option in options if option.weight >= _CLOSE * best.weight and option.is_foreign)
            ours = reading.named("topic") or reading.named("place") or reading.named("theme")
            elsewhere = None if ours else next(near, None)
            if elsewhere is not None or any(option.topic is None or option.topic != best.topic for option in close[1:]):
                return self._answer(elsewhere, reading) if elsewhere else offered(close)
        return with_second(self._answer(best, reading), options, context)

    def _ask(self, intent: Intent, reading: Reading, context: Context, sure: float = 1.0) -> Move:
        """Answer *intent*, of which one can be *sure* without weighing it, or ask back for what it needs."""
        return self._answer(Option(intent, self._resolver.resolve(intent, reading, context), sure), reading)

    def _answer(self, option: Option, reading: Reading) -> Move:
        intent, confidence = option.intent, round(min(option.weight, 1.0), 4)
        if intent.answer.list is not None:
            return self._list(intent, intent.answer.list, reading, confidence)
        if not intent.needs:
            return self._without_topic(intent, reading, confidence)
        topic = option.topic and its_own(self._catalogue, intent, option.topic)
        return self._about(intent, topic, option, reading) if topic else self._ask_back(option, reading, confidence)

    def _list(self, intent: Intent, spec: ListSpec, reading: Reading, confidence: float) -> Move:
        one = self._subjects.one_of(spec, reading)
        if one is not None:
            return AnswerIntent(WHAT_IT_IS[0], one, confidence=confidence)
        kind = next((mention.ids[0].partition("/")[0] for mention in reading.named("kind")), None)
        intent = intent if kind in spec.of else self._catalogue.intents.get(LIST_BY_KIND.get(kind or "", ""), intent)
        view = view_of(intent, reading)
        broad = intent.id == LIST_BY_KIND["offer"] and len(reading.words) <= _FEW_WORDS and not reading.named("kind")
        if broad and (view.themes or view.places):
            view = replace(view, of_any_kind=True)
        return AnswerIntent(intent.id, view=view, confidence=confidence)

    @staticmethod
    def _without_topic(intent: Intent, reading: Reading, confidence: float) -> Move:
        sure = intent.id == LANGUAGE and confidence >= SURE_OF_LANGUAGE and not denies(reading)
        code = named_language(reading) if sure else None
        if code is not None:
            return LanguageSet(code)
        named = reading.named("topic") if intent.kind == "out_of_scope" else ()
        place = next((mention.ids[0] for mention in reading.named("elsewhere")), None) if intent.id == ELSEWHERE else None
        return AnswerIntent(intent.id, named[0].ids[0] if named else None, name=place, confidence=confidence)

    def _about(self, intent: Intent, topic: Topic, option: Option, reading: Reading) -> Move:
        others, intent = option.about.others, one_instead_of_all(self._catalogue, intent, topic, reading)
        name = stranger(reading, beside_others=bool(others)) if takes_any_name(intent) else " ".join(reading.unread) or None
        if takes_any_name(intent) and not others and not name:
            name = somebody_named(topic, reading)
        if takes_any_name(intent) and not others and not name:
            intent = self._catalogue.intents.get("members", intent)
        intent = self._told_at_least(intent, topic, reading)
        view, confidence = members_view(intent, topic, reading), round(min(option.weight, 1.0), 4)
        return AnswerIntent(intent.id, topic.id, name=name, others=others, view=view, confidence=confidence)

    def _told_at_least(self, intent: Intent, topic: Topic, reading: Reading) -> Intent:
        """Who only tells, and asks nothing, hears what the topic is rather than that something is not known of it."""
        overview, dates = self._catalogue.intent(WHAT_IT_IS[0]), self._catalogue.intent(_DATES)
        if dates and has_its_hours(topic, intent):
            return dates
        silent = not can_answer(topic, intent) and bool(reading.named("topic")) and only_tells(reading)
        return overview if silent and overview and can_answer(topic, overview) else intent

    def _ask_back(self, option: Option, reading: Reading, confidence: float) -> Move:
        """No topic is clear: a stranger's name is not known, else the intent's way out, else ask which."""
        intent = option.intent
        if reading.unread and accepted_kinds(intent) == {"person"}:
            return NotKnown(name=" ".join(reading.unread))
        way_out = ELSEWHERE if reading.named("elsewhere") and not reading.named("topic") else intent.without_topic
        if not option.about.topics and way_out in self._catalogue.intents:
            return self._without_topic(self._catalogue.intents[str(way_out)], reading, confidence)
        kind = next((mention.ids[0].partition("/")[0] for mention in reading.named("kind")), None)
        listed = self._subjects.list_for(reading, kind) if kind and reading.named("period") and not option.about.topics else None
        if listed is not None:
            return listed
        topics = option.about.topics or self._resolver.could_answer(intent, reading)
        keyword = len(reading.words) <= ELLIPSIS and not any(word in _POINTING for _, word in reading.words)
        if len(topics) == 1 and (takes_any_name(intent) or keyword):
            return self._about(intent, topics[0], option, reading)
        return AskWhich(intent.id, tuple(each.id for each in topics), min(confidence, _ASKED_BACK))
