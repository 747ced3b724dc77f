"""A small invented region to talk about: a brain fitted to it, and a chat that is typed line by line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from bot.conversation.brain import Brain, Tools, build_brain
from bot.conversation.turn import Turn, answer
from bot.language.dictionary import Numbers
from bot.model.context import Context, fresh
from bot.model.intents import Intent
from bot.model.message import Message, Notice
from bot.model.reply import Reply, plain_text
from bot.model.synonyms import Synonyms
from tests.builders import (
    HELP,
    NOW,
    a_catalogue,
    a_network,
    a_person,
    a_place,
    a_run,
    a_theme,
    an_event,
    an_intent,
    an_offer,
    an_organisation,
)
from tests.language.support import the_identifier, the_morphology

MEMBERS = {"groups": [{"title": {"de": "Firmen", "en": "Companies"}, "who": [f"werk-{number}" for number in range(1, 9)]}]}
TOPICS = (
    an_offer(
        "windkurs", title={"de": "Windkurs", "en": "Wind course"}, also_called=["Windlehrgang"], themes=["wind"], provider="akademie",
        summary={"de": "Du lernst, Windräder zu warten.", "en": "You learn to service wind turbines."},
        runs=[
            a_run("2026-09-01", place="sandow", registration="https://example.org/alt"),
            a_run("2027-05-03", place="sandow", registration="https://example.org/neu"),
        ],
        facets={"cost": {"de": "Der Kurs kostet 100 Euro.", "en": "The course costs 100 euros."}},
    ),
    an_offer(
        "imkerkurs", title={"de": "Imkerkurs", "en": "Beekeeping course"}, themes=["bienen"],
        summary={"de": "Du lernst, Bienen zu halten.", "en": "You learn to keep bees."}, contact="akademie",
        runs=[a_run("2026-03-01", place="sandow", registration="https://example.org/imker")],
    ),
    an_event(
        "jobmesse", title={"de": "Jobmesse Sandow", "en": "Sandow job fair"}, also_called=["Jobmesse"],
        summary={"de": "Firmen stellen sich vor.", "en": "Companies present themselves."}, runs=[a_run("2027-03-04", place="sandow")],
    ),
    a_network(
        "handwerkerbund", title={"de": "Handwerkerbund", "en": "Crafts alliance"}, members=MEMBERS,
        summary={"de": "Betriebe, die zusammenarbeiten.", "en": "Companies that work together."},
    ),
    an_organisation("akademie", title={"de": "Windakademie Sandow", "en": "Sandow wind academy"}, phone="0355 100", place="sandow"),
    *(an_organisation(f"werk-{number}", title=f"Stahlwerk {number}") for number in range(1, 9)),
    a_person("ada-lehmann", title="Ada Lehmann", functions=[{"what": {"de": "Leiterin der Akademie", "en": "head of the academy"}, "as_of": "2026-02"}]),
    a_place("sandow", title="Sandow", where={"de": "in Sandow", "en": "in Sandow"}, type="town"),
    a_theme("wind", title={"de": "Windkraft", "en": "Wind power"}),
    a_theme("bienen", title={"de": "Bienen", "en": "Bees"}),
)


def asked(identifier: str, german: str, english: str, **fields: object) -> Intent:
    """Return an intent whose examples stand in one line per language, parted by slashes."""
    lines = {"de": german, "en": english}
    return an_intent(identifier, examples={code: line.split(" / ") for code, line in lines.items()}, **fields)


KNOWN = ("offer", "event", "network", "organisation")
QUESTIONS = (
    asked(
        "overview",
        "was ist {topic} / worum geht es bei {topic} / erzähl mir was über {topic} / was steckt hinter {topic} / "
        "kannst du {topic} erklären / was macht man bei {topic} / beschreib mir {topic}",
        "what is {topic} / tell me about {topic} / what is {topic} about / can you explain {topic} / describe {topic}",
        needs=KNOWN, answer={"show": ["overview"]},
    ),
    asked(
        "dates",
        "wann startet {topic} / wann geht es los / wann ist {topic} / an welchem tag beginnt {topic} / und wann / "
        "nächster termin von {topic} / wann findet {topic} statt",
        "when does {topic} start / when is {topic} / what day does it begin / next date of {topic} / and when",
        needs=("offer", "event"), answer={"show": ["dates"]},
    ),
    asked(
        "place",
        "wo ist {topic} / wo findet das statt / und wo / an welchem ort ist {topic} / wo muss ich hin / wohin muss ich",
        "where is {topic} / where does it take place / and where / where do i have to go / in which place is {topic}",
        needs=("offer", "event", "organisation"), answer={"show": ["place"]},
    ),
    asked(
        "cost",
        "was kostet {topic} / wie teuer ist das / muss ich dafür bezahlen / was kostet der spaß / wie viel geld kostet {topic} / "
        "kostet das was",
        "how much does {topic} cost / what does it cost / do i have to pay / how expensive is {topic} / is it free",
        needs=("offer",), answer={"facet": True},
    ),
    asked(
        "registration",
        "wie melde ich mich an / wo kann ich mich für {topic} anmelden / anmeldung {topic} / ich will mich anmelden / "
        "gib mir den link zur anmeldung",
        "how do i register / where can i sign up for {topic} / registration for {topic} / i want to register",
        needs=("offer", "event"), answer={"show": ["registration"]},
    ),
    asked(
        "contact",
        "wie erreiche ich {topic} / wen kann ich anrufen / telefonnummer von {topic} / wen frage ich da / ansprechpartner für {topic}",
        "how do i reach {topic} / whom can i call / phone number of {topic} / whom do i ask / contact for {topic}",
        needs=KNOWN, answer={"show": ["contact"]},
    ),
    asked(
        "members",
        "wer ist mitglied bei {topic} / welche mitglieder hat {topic} / wer macht alles bei {topic} mit / zeig mir die mitglieder",
        "who is a member of {topic} / which members does {topic} have / who takes part in {topic} / show me the members",
        needs=("network",), answer={"show": ["members"]},
    ),
    asked(
        "membership",
        "ist {name} mitglied bei {topic} / macht {name} bei {topic} mit / gehört {name} zu {topic} / ist {name} bei {topic} dabei",
        "is {name} a member of {topic} / does {name} take part in {topic} / does {name} belong to {topic}",
        needs={"network": ["network"], "name": "any"}, answer={"show": ["membership"]},
    ),
    asked(
        "function",
        "wer ist {person} / was macht {person} / welche funktion hat {person} / was ist {person} von beruf",
        "who is {person} / what does {person} do / which function does {person} have",
        needs={"person": ["person"]}, answer={"show": ["functions"]},
    ),
    asked(
        "list-offers",
        "welche kurse gibt es / zeig mir alle angebote / was kann ich in {place} lernen / gibt es kurse zu {theme} / "
        "liste der kurse / was bietet ihr an",
        "which courses are there / show me all offers / what can i learn in {place} / are there courses on {theme}",
        answer={"list": {"of": ["offer"]}},
    ),
    asked(
        "after-school",
        "was kann ich nach der schule machen / ich bin bald mit der schule fertig / was kommt nach dem abschluss",
        "what can i do after school / i finish school soon / what comes after graduation",
        answer={"text": {"de": "Da geht vieles.", "en": "There is a lot."}, "next": ["list-offers", "windkurs"]},
    ),
    asked(
        "notify-me",
        "erinner mich an {topic} / sag mir bescheid wenn {topic} stattfindet / erinnere mich bitte / erinner mich daran / gib mir bescheid",
        "remind me of {topic} / let me know when {topic} takes place / please remind me",
        needs=("offer", "event"), answer={"show": ["wish"]},
    ),
    asked(
        "stop-reminding",
        "erinner mich nicht mehr an {topic} / sag mir nicht mehr bescheid / keine erinnerung mehr an {topic} / hör auf mich zu erinnern",
        "stop reminding me of {topic} / do not remind me any more / no more reminders",
        needs=("offer", "event"), answer={"show": ["wish"]}, without_topic="my-reminders",
    ),
    asked(
        "my-reminders", "meine erinnerungen / welche erinnerungen habe ich / zeig meine erinnerungen",
        "my reminders / which reminders do i have / show my reminders", answer={"text": {"de": "Nichts.", "en": "Nothing."}},
    ),
    asked(
        "thanks", "danke / vielen dank / dankeschön / danke dir / super danke", "thanks / thank you / thanks a lot",
        kind="small_talk", answer={"text": {"de": "Gern.", "en": "You are welcome."}},
    ),
    asked(
        "language", "sprichst du deutsch / antworte auf deutsch / kannst du englisch / welche sprachen kannst du",
        "do you speak english / answer in english / can you speak german / which languages do you know",
        kind="small_talk", answer={"text": {"de": "Deutsch und Englisch.", "en": "German and English."}},
    ),
    asked(
        "off-topic", "wie wird das wetter / wer gewinnt die bundesliga / koch mir eine suppe / was läuft im fernsehen",
        "what is the weather like / who wins the match / cook me a soup / what is on tv",
        kind="out_of_scope", answer={"text": {"de": "Da bin ich raus.", "en": "That is beyond me."}},
    ),
)
SYNONYMS = Synonyms.model_validate({"fillers": {"de": ["ey", "digga"]}, "elsewhere": ["Stuttgart"]})


class Forgetful:
    """Keeps no vectors: there are none."""

    def load(self, key: str) -> Numbers | None:
        """Return nothing."""
        return None

    def save(self, key: str, numbers: Numbers) -> None:
        """Keep nothing."""


@cache
def the_brain() -> Brain:
    """Return the brain fitted to the small region, without an encoder."""
    catalogue = replace(a_catalogue(*TOPICS, *QUESTIONS, crisis=HELP), synonyms=SYNONYMS, version="small")
    return build_brain(catalogue, Tools(the_morphology(), the_identifier(), None, Forgetful()))


@dataclass
class Chat:
    """One chat: what is typed and tapped in it, and when."""

    context: Context
    now: datetime = NOW
    last: Reply = field(default_factory=lambda: Reply(()))

    def types(self, text: str) -> str:
        """Type a line; return all that is said to it."""
        return plain_text(self.turn(Message("c", text=text)).reply)

    def taps(self, data: str) -> str:
        """Tap a button; return all that is said to it."""
        return plain_text(self.turn(Message("c", choice=data)).reply)

    def sends(self, notice: Notice) -> str:
        """Send something that is no question; return all that is said to it."""
        return plain_text(self.turn(Message("c", notice=notice)).reply)

    def captions(self, notice: Notice, text: str) -> str:
        """Send something that is no question with words under it; return all that is said to it."""
        return plain_text(self.turn(Message("c", text=text, attached=notice)).reply)

    def turn(self, message: Message) -> Turn:
        """Take one turn."""
        turn = answer(the_brain(), message, self.context, self.now)
        self.context, self.last = turn.context, turn.reply
        return turn

    def waits(self, minutes: int) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)

    def says(self, key: str, **arguments: str | int) -> str:
        """Return one of the bot's own sentences in the language of the talk."""
        return the_brain().texts.say(self.context.language, key, **arguments)


def a_chat(language: str = "de") -> Chat:
    """Return a chat in which nothing was said."""
    return Chat(fresh(language, NOW))
