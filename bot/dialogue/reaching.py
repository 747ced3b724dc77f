"""By which way somebody is to be reached that no source names, though it names another."""

from __future__ import annotations

from bot.language.languages import of_any
from bot.model.catalogue import Catalogue
from bot.model.intents import Intent
from bot.model.moves import Doubt
from bot.model.reading import Reading
from bot.model.topics import Dated, Network, Topic

_MAIL = of_any(lambda grammar: grammar.mail)


def unknown_way(catalogue: Catalogue, intent: Intent, topic: Topic, reading: Reading) -> Doubt | None:
    """Return that no mail address is known, where one is asked for of whom only a phone is: "die Mail von denen".

    That a phone is not known is told with every contact.
    """
    asked = "contact" in intent.answer.show and any(word in _MAIL for _, word in reading.words)
    provider = topic.provider if isinstance(topic, Dated | Network) else None
    chain = (topic, *(each for name in (topic.contact, provider) if (each := catalogue.topic(name))))
    who = next((each for each in chain if each.phone or each.mail), None)
    return Doubt("doubt-mail") if asked and who and not who.mail else None
