"""Which topic a question is about: named, described, or still talked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.dialogue.around import around, dated_of, nearest_first, of_its_theme, of_the_same_giver
from bot.dialogue.parts import references, wholes_of
from bot.language.remembering import remembered
from bot.model.answerable import can_answer, is_worth_asking, runs_of
from bot.model.catalogue import Catalogue
from bot.model.context import Context
from bot.model.intents import ANY_ROLE, Intent
from bot.model.places import serves
from bot.model.reading import Reading
from bot.model.topics import Dated, Event, Network, Offer, Organisation, Topic, is_of, type_of

MOST_ASKED, _FEW_WORDS, CERTAINLY = 4, 5, 0.6
_HARDLY_NEAR, _SURELY = 0.05, 0.9  # from which on a topic is offered before the best known, meant
_OF_DATES = frozenset({"dates", "registration", "deadline", "vacancies", "format", "recording", "calendar", "wish"})
_KIND_ORDER = ("offer", "event", "network", "organisation", "person", "theme", "place")
BEARS_MEMBERSHIP = _KIND_ORDER[2:5]


@dataclass(frozen=True)
class About:
    """The topics a question may be about: one is clear, several must be asked, none is unknown."""

    topics: tuple[Topic, ...] = ()
    others: tuple[str, ...] = ()

    @cached_property
    def clear(self) -> Topic | None:
        """The topic, where there is just one."""
        return self.topics[0] if len(self.topics) == 1 else None


class TopicResolver:
    """Finds the topic that fills an intent's role."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._references = {topic.id: references(topic) for topic in catalogue.topics.values()}
        self._able = remembered(self._all_able)

    def resolve(self, intent: Intent, reading: Reading, context: Context) -> About:
        """Return what *intent* is asked about, looking at names, then descriptions, then the talk so far."""
        kinds = accepted_kinds(intent)
        named = self._named(intent, kinds, reading, context)
        if named.topics:
            return named
        described = self._described(intent, kinds, reading, context)
        return About(described or self._talked_about(intent, kinds, reading, context))

    def could_answer(self, intent: Intent, reading: Reading) -> tuple[Topic, ...]:
        """Return at most four topics to ask back with: those near the question first."""
        near = self._topics(fact.topic for fact in reading.facts if fact.nearness >= _HARDLY_NEAR)
        everything = sorted(self._catalogue.topics.values(), key=_prominence)
        kinds = accepted_kinds(intent)
        wanted = [name for mention in reading.named("kind") for name in mention.ids]
        able = [topic for topic in (*near, *everything) if topic.kind in kinds and is_worth_asking(topic, intent)]
        fitting = [topic for topic in able if any(is_of(topic, kind) for kind in wanted)]
        fitting = fitting or (_coming_again(able) if "wish" in intent.answer.show else able) or able
        return tuple({topic.id: topic for topic in fitting}.values())[:MOST_ASKED]

    def _named(self, intent: Intent, kinds: frozenset[str], reading: Reading, context: Context) -> About:
        """The named topic that can answer, an offer before an office; those named beside it are the `others`."""
        groups = [self._topics(mention.ids) for mention in reading.named("topic")]
        if narrower := self._offer_with(groups, reading):
            return About(narrower)
        groups += self._able_themes(intent, kinds, reading)
        fitting = [group for group in groups if any(topic.kind in kinds for topic in group)]
        office_first = "contact" in intent.answer.show and self._are_strangers(fitting)
        fitting.sort(key=lambda group: (not _is_able(group, kinds, intent), _is_office(group) is not office_first))
        if not (fitting and _is_able(fitting[0], kinds, intent)) or self._offer_of(groups):
            named = [each for group in groups for each in group]
            instead = self._related if _is_dated(intent) or not fitting else self._own
            related = self._offer_of(groups) or nearest_first(instead(intent, named), reading)
            if related:
                return About(related[:MOST_ASKED])
        bearers = self._bearers(reading)
        if not fitting and takes_any_name(intent) and bearers:
            return About(self._clubs(intent, bearers, context), tuple(each.id for each in bearers))
        if not fitting:
            return About(groups[0][:1] if groups else ())
        main = tuple(topic for topic in fitting[0] if topic.kind in kinds)
        others = tuple(topic.id for topic in bearers if topic not in fitting[0])
        return About(self._narrowed(main, intent, reading, context), others)

    def _are_strangers(self, groups: list[tuple[Topic, ...]]) -> bool:
        """Tell whether an office is named with an offer that is not its own: "Telefon der IHK Ausbildungsberatung"."""
        offices = {group[0].id for group in groups if _is_office(group)}
        offers = [group[0] for group in groups if not _is_office(group)]
        return bool(offices and offers) and all(offices.isdisjoint((*self._references[each.id], each.contact)) for each in offers)

    def _bearers(self, reading: Reading) -> list[Topic]:
        """Return those named, not merely in part, who can be a member of something."""
        certain = self._topics(mention.ids[0] for mention in reading.named("topic") if mention.score >= CERTAINLY)
        return [topic for topic in certain if topic.kind in BEARS_MEMBERSHIP]

    def _clubs(self, intent: Intent, bearers: list[Topic], context: Context) -> tuple[Topic, ...]:
        """What somebody may belong to where it is not named: what is talked about, else what lists them, else the foremost."""
        able = self._able(intent.id)
        talked = tuple(club for club in able if club.id in context.topics)
        listing = tuple(club for club in able if any(lists(club, bearer.id) for bearer in bearers))
        return (talked or listing or able)[:1]

    def _able_themes(self, intent: Intent, kinds: frozenset[str], reading: Reading) -> list[tuple[Topic, ...]]:
        themes = [self._topics(mention.ids) for mention in reading.named("theme")] if "theme" in kinds else []
        return [group for group in themes if any(can_answer(topic, intent) for topic in group)]

    def _offer_of(self, groups: list[tuple[Topic, ...]]) -> tuple[Topic, ...]:
        """A general offer and who gives it name that one's own: an apprenticeship at the university clinic."""
        named = [topic for group in groups for topic in group]
        types = {topic.type for topic in named if isinstance(topic, Offer) and topic.provider is None}
        givers = {topic.id for topic in named if isinstance(topic, Organisation)}
        offers = self._catalogue.of_class(Offer) if types and givers else ()
        return tuple(offer for offer in offers if offer.type in types and offer.provider in givers)[:MOST_ASKED]

    def _offer_with(self, groups: list[tuple[Topic, ...]], reading: Reading) -> tuple[Topic, ...]:
        """A general offer and a theme name the one of its sort with that theme: "Ausbildungsplatz in der Pflege"."""
        general = [topic for group in groups for topic in group if isinstance(topic, Offer) and topic.provider is None]
        themes = {name for mention in reading.named("theme") for name in mention.ids}
        types = {offer.type for offer in general if not themes & set(offer.themes)}
        offers = self._catalogue.of_class(Offer) if len(groups) == len(general) == 1 and themes else ()
        fitting = tuple(offer for offer in offers if offer.type in types and themes & set(offer.themes))
        return fitting if len(fitting) == 1 else ()

    def _all_able(self, intent: str) -> tuple[Topic, ...]:
        asked = self._catalogue.intents[intent]
        kinds = accepted_kinds(asked)
        return tuple(topic for topic in self._catalogue.topics.values() if topic.kind in kinds and can_answer(topic, asked))

    def _related(self, intent: Intent, named: list[Topic]) -> tuple[Topic, ...]:
        """Topics that refer to all that was named and can answer: the course of QLEE, the session of the Landtag."""
        names = {topic.id for topic in named}
        able = [topic for topic in self._able(intent.id) if topic.id not in names] if names else []
        shared = [(len(names & self._references[topic.id]), topic) for topic in able]
        most = max((count for count, _ in shared), default=0)
        return self._foremost([topic for count, topic in shared if count == most]) if most else ()

    def _own(self, intent: Intent, named: list[Topic]) -> tuple[Topic, ...]:
        """The one offer of the one body named that can answer: pay at the Bahn is that of its apprentices."""
        givers = [topic.id for topic in named]
        own = tuple(topic for topic in self._able(intent.id) if isinstance(topic, Offer) and [topic.provider] == givers)
        return own if len(own) == 1 else ()

    def _topics(self, identifiers: Iterable[str]) -> tuple[Topic, ...]:
        return tuple(topic for name in identifiers if (topic := self._catalogue.topic(name)))

    def _narrowed(self, found: tuple[Topic, ...], intent: Intent, reading: Reading, context: Context) -> tuple[Topic, ...]:
        """Of several topics with one name keep those of the named place, that can answer, that are talked about or described."""
        places = [name for mention in reading.named("place") for name in mention.ids]
        there = tuple(topic for topic in found if any(serves(self._catalogue, topic, place) for place in places))
        able = tuple(topic for topic in there or found if can_answer(topic, intent)) or there or found
        recent = tuple(topic for topic in able if topic.id in context.topics[:1])
        own = () if recent or there else of_the_same_giver(self._catalogue, found, context)
        surely = [fact.topic for fact in reading.facts[:1] if fact.nearness >= _SURELY]
        told = tuple(topic for topic in able if topic.id in surely)
        return (recent or own or told or able)[:MOST_ASKED]

    def _described(self, intent: Intent, kinds: frozenset[str], reading: Reading, context: Context) -> tuple[Topic, ...]:
        """Topics of a named theme, kind or both: "das wasserstoff ding", "der kurs mit wasserstoff"."""
        themes = {name for mention in reading.named("theme") for name in mention.ids}
        wanted = [name for mention in reading.named("kind") for name in mention.ids]
        if not themes:
            return ()
        found = [each for each in self._catalogue.topics.values() if each.kind in kinds and not themes.isdisjoint(each.themes)]
        of_kind = [topic for topic in found if not wanted or any(is_of(topic, kind) or _has(topic, kind) for kind in wanted)]
        able = [topic for topic in of_kind if can_answer(topic, intent)] or of_kind
        most = max((len(themes & set(topic.themes)) for topic in able), default=0)
        able = [topic for topic in able if len(themes & set(topic.themes)) == most]
        recent = [topic for topic in able if topic.id in context.topics[:2]]
        return self._nearest(recent or able, reading) or self._foremost(recent or able)[:MOST_ASKED]

    @staticmethod
    def _nearest(topics: list[Topic], reading: Reading) -> tuple[Topic, ...]:
        """Of several topics that fit a description take the one whose facts are nearest to the question."""
        by_id = {topic.id: topic for topic in topics}
        return tuple(by_id[fact.topic] for fact in reading.facts if fact.topic in by_id)[:1]

    @staticmethod
    def _foremost(topics: list[Topic]) -> tuple[Topic, ...]:
        """Keep the topics of the first kind there is: an offer is meant before a network."""
        first = min((_KIND_ORDER.index(topic.kind) for topic in topics), default=0)
        return tuple(topic for topic in topics if _KIND_ORDER.index(topic.kind) == first)

    def _talked_about(self, intent: Intent, kinds: frozenset[str], reading: Reading, context: Context) -> tuple[Topic, ...]:
        """The latest topic of the talk that fits; of the named kind ("der kurs") where one is named.

        The one before answers for it only where the one has to do with the other: the network of the course. Of several that
        were only offered the first is written to or called: "die Mail von denen" behind who helps.
        """
        wanted = [name for mention in reading.named("kind") for name in mention.ids]
        latest = self._topics(context.topics[:1])
        recent = [topic for topic in self._topics(context.topics) if topic.kind in kinds]
        recent = recent if wanted else [topic for topic in recent if self._fits_behind(latest[0], topic)]
        of_kind = [topic for topic in recent if any(is_of(topic, kind) for kind in wanted)]
        able = [topic for topic in recent[:2] if can_answer(topic, intent) and self._belong_together(topic, recent[0])]
        of_its_kind = bool(able) and able[0] != recent[0] and able[0].kind == recent[0].kind
        listed = [topic for topic in self._topics(context.listed) if any(is_of(topic, kind) for kind in wanted)]
        if listed and not of_kind:
            return tuple(topic for topic in listed if can_answer(topic, intent))[:MOST_ASKED]
        just_listed = self._just_listed(intent, kinds, reading, context)
        if just_listed and not of_kind:
            return just_listed
        if not recent and (beside := around(self._catalogue, intent, kinds, context, reading)):
            return beside[: 1 if "contact" in intent.answer.show else MOST_ASKED]
        other_kind = () if recent else tuple(topic for topic in latest if can_answer(topic, intent))
        if latest and _is_dated(intent) and (own := dated_of(self._able(intent.id), intent, latest[0])):
            return own
        wholes = () if able else [whole for topic in latest for whole in wholes_of(self._catalogue, topic)]
        whole = tuple(topic for topic in wholes if can_answer(topic, intent))
        return tuple((of_kind or whole or (recent if not able or of_its_kind else able) or other_kind)[:1])

    def _fits_behind(self, latest: Topic, before: Topic) -> bool:
        """Tell whether what was talked about *before* is meant behind the latest, not dropped for an organisation."""
        return not isinstance(latest, Organisation) or self._belong_together(before, latest)

    def _belong_together(self, one: Topic, other: Topic) -> bool:
        """Tell whether they are the same, one refers to the other, or *one* lists the other as a member."""
        referring = one.id in self._references[other.id] or other.id in self._references[one.id]
        return one == other or referring or lists(one, other.id)

    def _just_listed(self, intent: Intent, kinds: frozenset[str], reading: Reading, context: Context) -> tuple[Topic, ...]:
        """After a list, what is asked without a name is asked of what stands in it: "und wo", "kostet das was".

        Where nothing in it can answer, few words mean it all the same, and nothing that was talked about before.
        """
        view = context.list_view
        last = self._catalogue.intent(view.intent) if view else None
        if last is None or last.answer.list is None or last.id != context.intent:
            return ()
        listed = tuple(topic for topic in self._topics(context.listed) if topic.kind in kinds)
        leans = len(reading.words) <= _FEW_WORDS and not reading.unread
        able = tuple(topic for topic in listed if can_answer(topic, intent)) or (listed if leans else ())
        return of_its_theme(self._catalogue, able, view)[:MOST_ASKED] if view else ()


def able_topics(catalogue: Catalogue, intent: Intent) -> tuple[Topic, ...]:
    """Return at most four topics *intent* can be asked about, the prominent ones."""
    everything, kinds = sorted(catalogue.topics.values(), key=_prominence), accepted_kinds(intent)
    return tuple(topic for topic in everything if topic.kind in kinds and is_worth_asking(topic, intent))[:MOST_ASKED]


def accepted_kinds(intent: Intent) -> frozenset[str]:
    """Return the kinds of topic that can fill the intent's role."""
    return frozenset(kind for kinds in intent.needs.values() for kind in kinds if kind != ANY_ROLE)


def takes_any_name(intent: Intent) -> bool:
    """Tell whether the intent also takes a name we do not know."""
    return any(ANY_ROLE in kinds for kinds in intent.needs.values())


def _is_dated(intent: Intent) -> bool:
    """Tell whether an intent asks for what dated things have: who names the host of a course may mean the course."""
    return not _OF_DATES.isdisjoint(intent.answer.show)


def _has(topic: Topic, kind: str) -> bool:
    """A date is asked for of an event as well as of a course."""
    return kind == "event" and bool(runs_of(topic))


def lists(club: Topic, identifier: str) -> bool:
    """Tell whether a *club* has somebody on its member list."""
    return isinstance(club, Network) and any(identifier in group.who for group in (club.members.groups if club.members else ()))


def _is_able(group: tuple[Topic, ...], kinds: frozenset[str], intent: Intent) -> bool:
    return any(topic.kind in kinds and can_answer(topic, intent) for topic in group)


def _is_office(group: tuple[Topic, ...]) -> bool:
    return isinstance(group[0], Organisation)


def _coming_again(topics: Iterable[Topic]) -> list[Topic]:
    """Return of each type one topic that comes again, events first: who wants to hear of "something" may mean these."""
    again = [topic for topic in topics if isinstance(topic, Dated) and topic.recurs and (isinstance(topic, Event) or topic.runs)]
    again.sort(key=lambda topic: (not isinstance(topic, Event), _prominence(topic)))
    first: dict[str, Topic] = {}
    for topic in again:
        first.setdefault(f"{topic.kind}/{type_of(topic)}", topic)
    return list(first.values())


def _prominence(topic: Topic) -> tuple[int, int, str]:
    return _KIND_ORDER.index(topic.kind), -len(topic.facets), topic.id
