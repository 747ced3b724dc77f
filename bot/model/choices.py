"""Button data: ids only, at most 64 bytes, stable over renames.

``q:<intent>:<topic>`` asks an intent about a topic, ``q:<intent>`` asks it alone,
``more`` goes on in the last list, ``page:<lines before>:<mark>`` turns to a page of the list with that mark,
``none`` says that no choice fits, ``cancel`` forgets what was talked about,
``lang:<code>`` and ``lang:auto`` set the language. ``p:<path>:<step>`` takes a step of a guided path,
``back`` goes back to the step before, ``stop`` leaves the path. ``kept`` shows what is kept of the chat, ``forget``
asks whether to delete it, ``forget:all`` does, ``keep`` does not.
``start:<payload>`` is a start link that was opened, ``link:<payload>`` shows such a link to hand out,
``wish:<topic>`` asks to be told about a topic's dates, ``lead:<how long before>:<topic>`` only so long before,
``end:<topic>`` ends that, ``end:`` all of it. ``unhelpful:<digest>`` says that the answer to a question did not help.
An id too long for its place is replaced by ``~`` and a digest of it, which the
catalogue resolves.
"""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b

LIMIT = 64
MORE = "more"
CANCEL = "cancel"
BEGIN = "q:greeting"
NONE = "none"
KEPT = "kept"
FORGET = "forget"
FORGET_ALL = "forget:all"
KEEP = "keep"
BACK = "back"
STOP = "stop"
UNHELPFUL = "unhelpful"


def digest(identifier: str) -> str:
    """Return a short stand-in for *identifier*: ``~`` and 16 letters (BLAKE2b, 80 bits)."""
    raw = blake2b(identifier.encode(), digest_size=10).digest()
    return "~" + b32encode(raw).decode().lower()


def take_step(path: str, step: str) -> str:
    """Return the data of a button that takes *step* of a guided *path*."""
    return _fitting("p", path, step)


def ask(intent: str, topic: str | None = None) -> str:
    """Return the data of a button that asks *intent*, about *topic* if given."""
    return _fitting("q", intent, topic)


def _fitting(action: str, *identifiers: str | None) -> str:
    """Return the parts as data; ids are shortened where they are too long together."""
    plain = ":".join(part for part in (action, *identifiers) if part)
    if len(plain) <= LIMIT:
        return plain
    return ":".join((action, *(digest(identifier) for identifier in identifiers if identifier)))


def set_language(code: str) -> str:
    """Return the data of a button that sets the chat's language; ``auto`` lets it follow the text."""
    return f"lang:{code}"


def opened(payload: str) -> str:
    """Return the choice that an opened start link stands for; see `bot.model.links`."""
    return f"start:{payload}"


def link(payload: str) -> str:
    """Return the data of a button that shows the start link with this payload."""
    return f"link:{payload}"


def wish(topic: str) -> str:
    """Return the data of a button that asks to be told about a topic's dates."""
    return f"wish:{topic}"


def wish_lead(lead: str, topic: str) -> str:
    """Return the data of a button that asks to be reminded only so long before; see `bot.model.wishes`."""
    return f"lead:{lead}:{topic}"


def end_wishes(topic: str = "") -> str:
    """Return the data of a button that ends what was wished about *topic*, by default everything."""
    return f"end:{topic}"


def unhelpful(question: str) -> str:
    """Return the data of a button that says the answer to *question* did not help; the words are not in it."""
    return f"{UNHELPFUL}:{digest(question)}"


def page(before: int, mark: str) -> str:
    """Return the data of a button that turns to the page after *before* lines of the list with this mark."""
    return f"page:{before}:{mark}"
