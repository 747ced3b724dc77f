"""What the bot must know of a language itself: its closed classes of words.

A new language is one module beside `german` and `english` that makes a `Grammar`.
All words are folded (see `bot.language.fold`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of one language.

    ``months`` and ``seasons`` map names to month numbers (a season to first and last), ``weekdays`` to 0 for Monday;
    ``counts`` are small numbers in words, 0 those for a few;
    ``agreeing`` are the verbs among ``yes``, which ask with a subject behind them ("stimmt das");
    ``heard`` are the words that say no more than that something was read, some of them also ``yes``;
    ``sighing`` those that a sentence is begun with, ``thanking`` those of thanks, ``returning`` of going back to something,
    ``helping`` the verbs of a polite close,
    ``wondering`` those of a wish to know, before what is asked;
    ``saying`` those of a wish to be told in another way; ``protesting`` take back what was said, or how it was heard,
    ``hearing`` say that something was read or heard elsewhere, ``meaning`` say what was meant, ``opposing`` what is
    instead of what was denied;
    ``age`` are the words around a number of years of life, ``being`` the verbs with which one
    says what one is, ``of_age`` what it is called, ``school_class`` those around the
    number of a class; ``who`` ask for somebody, ``whom`` behind a preposition, ``naming`` for a name;
    ``difference``, ``both`` and ``either`` hold two things against each other,
    ``jointly`` tells of what two do or have together;
    ``there`` and ``them`` point at what, and at whom, was spoken of, ``him`` at one person, ``addressing`` at
    whom one speaks to, ``to_me`` are oneself as whom something is done for; ``hardly``
    says that little is known of something, ``excepting`` that what follows is not meant; ``interrogatives`` are question
    words, ``own`` those for oneself;
    ``clipped`` maps small words as they are spoken to how they are spelt; ``negating`` turn ``more`` into its opposite;
    ``studying`` are the words for going to a university, ``longing`` those of a wish for something, ``refusing`` those beside
    ``negating`` that say that it is not wanted, ``towards`` those between the one and the other, ``urging`` those of a plea
    before them ("bloß keine"), ``contrasting`` those between what is wanted and what is not;
    ``denying`` are those beside ``negating`` that say that something did not come about or is asked for;
    ``besides`` are those that with one of ``anything`` ask what else there is, as ``more`` does with ``one``;
    ``instead`` ask for what there is in place of it, ``following`` for what comes next;
    ``kinds`` maps nouns for a kind of topic to ``kind`` or ``kind/type``, ``papers`` are those of them that in a compound
    are somebody's own ("Ausbildungsvertrag"), ``audiences`` those for people, behind
    ``for_whom``, to whom something is for (see `bot.model.topics`). ``names`` are
    what the language itself is called in any of ours; ``past`` are the verb forms that speak of what was;
    ``origin`` are the words before a place one comes from or went to, ``dwelling`` the verbs of living there,
    ``stayed`` what tells of a time spent there, ``here`` is where we are, ``likening`` are the words of a comparison,
    ``streets`` what is named after places;
    ``moving`` those of going to live there, ``too`` asks for one more of something in another place;
    ``asking`` are the words a question begins with, ``mine`` the verbs that, without a subject behind them, tell of
    oneself ("will was lernen"), ``leading`` those that may stand before its interrogative ("since
    when"), ``measuring`` the interrogatives that an adjective or a noun belongs to, ``whence`` those for time and place;
    ``subjects`` are the short words that stand behind the verb of a question, ``subordinating`` begin a clause within
    one; ``joining`` are the words between several,
    ``what_about`` those that ask the same of another; ``clock`` are the words that ask for the time of day behind "what",
    ``mail`` for an address to write to, ``rooms`` for a part of a house,
    ``working_hours`` for how much of a day is worked, ``closing`` for the last day
    to apply, which ``until`` asks for;
    ``demonstratives`` and ``pointing`` are "the one" and "with";
    ``happening`` are the words that ask what goes on, ``particular`` those that ask it of somebody or
    something in particular: pronouns, and when, where, who; ``which`` are those that ask what there is of a
    kind, ``lasting`` whether one goes on, ``over`` whether it is no more, ``concluding`` who does instead, as the last word;
    ``at`` are the words before whom one works or learns with,
    ``doing`` the verbs that a question about somebody begins with; ``counting`` are "how many", ``people`` whoever is
    counted without saying more, ``members`` are who is in a club, ``belonging`` other words that say that, ``every`` that all of
    something is wanted, ``same_things`` words for one thing that is counted; ``sounds`` are the
    sound shifts of our dialects.
    """

    code: str
    snowball: str
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    yes: frozenset[str]
    agreeing: frozenset[str]
    heard: frozenset[str]
    sighing: frozenset[str]
    thanking: frozenset[str]
    returning: frozenset[str]
    helping: frozenset[str]
    wondering: frozenset[str]
    saying: frozenset[str]
    protesting: frozenset[str]
    hearing: frozenset[str]
    meaning: frozenset[str]
    opposing: frozenset[str]
    no: frozenset[str]
    clipped: Mapping[str, str]
    negating: frozenset[str]
    studying: frozenset[str]
    longing: frozenset[str]
    refusing: frozenset[str]
    towards: frozenset[str]
    urging: frozenset[str]
    contrasting: frozenset[str]
    denying: frozenset[str]
    more: frozenset[str]
    following: frozenset[str]
    one: frozenset[str]
    other: frozenset[str]
    instead: frozenset[str]
    besides: frozenset[str]
    anything: frozenset[str]
    interrogatives: frozenset[str]
    own: frozenset[str]
    there: frozenset[str]
    them: frozenset[str]
    him: frozenset[str]
    addressing: frozenset[str]
    to_me: frozenset[str]
    hardly: frozenset[str]
    excepting: frozenset[str]
    age: frozenset[str]
    being: frozenset[str]
    of_age: frozenset[str]
    school_class: frozenset[str]
    who: frozenset[str]
    founding: frozenset[str]
    naming: frozenset[str]
    whom: frozenset[str]
    difference: frozenset[str]
    both: frozenset[str]
    either: frozenset[str]
    jointly: frozenset[str]
    back: frozenset[str]
    stop: frozenset[str]
    stop_words: frozenset[str]
    kinds: Mapping[str, str]
    papers: frozenset[str]
    for_whom: frozenset[str]
    audiences: Mapping[str, str]
    relative: Mapping[str, str]
    past: frozenset[str]
    origin: frozenset[str]
    dwelling: frozenset[str]
    stayed: frozenset[str]
    here: frozenset[str]
    likening: frozenset[str]
    streets: frozenset[str]
    moving: frozenset[str]
    too: frozenset[str]
    asking: frozenset[str]
    mine: frozenset[str]
    leading: frozenset[str]
    measuring: frozenset[str]
    whence: frozenset[str]
    subjects: frozenset[str]
    subordinating: frozenset[str]
    joining: frozenset[str]
    what_about: tuple[tuple[str, ...], ...]
    clock: frozenset[str]
    mail: frozenset[str]
    rooms: frozenset[str]
    working_hours: frozenset[str]
    closing: frozenset[str]
    until: tuple[tuple[str, str], ...]
    demonstratives: frozenset[str]
    definite: frozenset[str]
    pointing: frozenset[str]
    happening: frozenset[str]
    particular: frozenset[str]
    which: frozenset[str]
    lasting: frozenset[str]
    over: frozenset[str]
    concluding: frozenset[str]
    names: frozenset[str]
    at: frozenset[str]
    doing: frozenset[str]
    counting: frozenset[str]
    people: frozenset[str]
    members: frozenset[str]
    belonging: frozenset[str]
    every: frozenset[str]
    same_things: tuple[frozenset[str], ...]
    sounds: tuple[tuple[str, str], ...] = ()
