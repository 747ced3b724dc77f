"""English: closed classes of words, folded."""

from __future__ import annotations

from bot.language.grammar import Grammar

ENGLISH = Grammar(
    code="en",
    snowball="english",
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12,
    },
    seasons={"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)},
    weekdays={"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6},
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
              "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "last": -1},
    yes=frozenset("yes yeah yep yup sure ok okay please right exactly correct".split()),
    agreeing=frozenset(),
    heard=frozenset("ok okay right exactly correct k kk good cool wow oh ah aha hm hmm lol fine interesting".split()),
    thanking=frozenset("thanks thank you great perfect".split()),
    returning=frozenset("back again".split()),
    helping=frozenset("help advise recommend advice".split()),
    no=frozenset("no nope nah not none sorry nevermind never mind".split()),
    negating=frozenset("no not none nothing".split()),
    more=frozenset("more further rest remaining another".split()),
    one=frozenset({"one"}),
    other=frozenset("other others".split()),
    besides=frozenset("more other others else".split()),
    school_class=frozenset("class grade year form school".split()),
    age=frozenset("am im a year years old yo turning only just already now almost nearly over".split()),
    who=frozenset({"who"}),
    difference=frozenset("difference differences differ better compare compared comparison versus vs".split()),
    both=frozenset({"both"}),
    either=frozenset({"or"}),
    jointly=frozenset("between together jointly joint".split()),
    there=frozenset({"there", "it", "that"}),
    them=frozenset({"they", "them", "he", "she"}),
    addressing=frozenset({"you"}),
    hardly=frozenset("little hardly bit badly poorly broken".split()),
    interrogatives=frozenset("when where what who how why which whom".split()),
    own=frozenset("i we my our".split()),
    anything=frozenset("what any anything something there you".split()),
    back=frozenset({"back"}),
    stop=frozenset("stop quit cancel exit".split()),
    stop_words=frozenset(
        "a an the and or but so to of in on at for with by from about as is are was were be been am do does did "
        "i you he she it we they me my your his her its our their this that these those there here what who whom "
        "where when why how which can could would will shall should may might must have has had not no yes if then "
        "some any all just also too please really very get got one thing something "
        "im ive itll theyll youll dont doesnt didnt cant isnt whats wheres whos hows thats theres youre".split()
    ),
    kinds={
        "course": "offer/further-training", "courses": "offer/further-training", "class": "offer/further-training",
        "seminar": "offer/further-training", "training": "offer/further-training",
        "trainings": "offer/further-training", "offer": "offer", "offers": "offer", "network": "network/network",
        "networks": "network/network", "campaign": "network/campaign", "event": "event", "events": "event",
        "fair": "event/fair", "fairs": "event/fair", "session": "event/session", "meeting": "event/meeting",
        "agreement": "event/agreement", "company": "organisation/company", "companies": "organisation/company",
        "organisation": "organisation", "organisations": "organisation", "organization": "organisation",
        "organizations": "organisation", "universities": "organisation/university", "colleges": "organisation/university",
    },
    names=frozenset({"english", "englisch", "englische"}),
    past=frozenset("was were did happened took ran had went been".split()),
    origin=frozenset({"from"}),
    dwelling=frozenset("live living come based".split()),
    stayed=frozenset("was were been lived worked studied learned grew born years months before previously".split()),
    here=frozenset({"here"}),
    likening=frozenset({"like", "as", "than"}),
    streets=frozenset("street road square avenue".split()),
    moving=frozenset("move moved moving".split()),
    too=frozenset({"too", "also"}),
    joining=frozenset({"and", "or"}),
    what_about=("what", "about"),
    demonstratives=frozenset("one ones that those".split()),
    definite=frozenset("the this that".split()),
    pointing=frozenset("with from for about in of".split()),
    happening=frozenset("what on up happening happens happened going goes anything something planned taking "
                        "place".split()),
    particular=frozenset("i you he she we they it me my your his her our their this that these those when where who how "
                         "why".split()),
    which=frozenset("which any there all".split()),
    at=frozenset({"at", "with"}),
    doing=frozenset("does has".split()),
    counting=frozenset({"many"}),
    people=frozenset("people persons participants organisations institutions".split()),
    asking=frozenset("when where what who how why which whom whose is are was were does do did can could may must has have "
                     "will".split()),
    leading=frozenset("at by for from in of on since till to until with".split()),
    measuring=frozenset("how which".split()),
    whence=frozenset("when where".split()),
    subjects=frozenset("i you he she it we they one there the".split()),
    subordinating=frozenset("if that because whether so".split()),
    relative={"today": "today", "tomorrow": "tomorrow", "yesterday": "yesterday", "soon": "soon", "upcoming": "soon",
              "next": "next", "coming": "next", "this": "this", "last": "last", "past": "last", "week": "week",
              "month": "month", "year": "year", "weekend": "weekend", "from": "from", "since": "from",
              "after": "after", "before": "before", "until": "until", "till": "until", "to": "to", "between": "between",
              "on": "on", "still": "still", "left": "still"},
)
