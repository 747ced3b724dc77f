"""Pages, mail addresses and phone numbers: what will not open or not ring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.channels.telegram.buttons import is_openable
from bot.knowledge import Entry
from bot.knowledge.problems import Fix, Flaw, Loc, Wording

_PAGES = frozenset({"url", "registration", "stream"})
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|pk_\w+|mtm_\w+|_hs\w+|igshid)$")
_MAIL = re.compile(r"(?<!\w)[A-Za-z0-9_.+-]+@[\w-]+(?:\.[\w-]+)+")
_NOT_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\{at\}| at )\s*", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|0|11)[\d /()–-]*\d")
_NUMBER = re.compile(r"(?<![\d/])[+0]\d[\d –-]{3,}\d(?![\d/])")
_LETTER_WITHIN = re.compile(r"\d[^\W\d_]+\d")
"""A letter among the digits of one number: what stands before it is not all of it."""
_LONGEST = 15
"""Digits of the longest number there is."""
_SHORTEST = 3
"""Digits of the shortest number behind its code."""
_SHORTEST_CODE = 3
"""Digits of the shortest code, its zero included."""
_SHORTENERS = frozenset({
    "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "t1p.de", "kurzelinks.de", "lnkd.in", "buff.ly", "shorturl.at",
})  # fmt: skip
_CLOSED = re.compile(r"[.,;)»“\"']$")


def known_secure(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the hosts that some file names with https."""
    pages = {url for entry in entries for _, url in entry.inside.named(*_PAGES) if isinstance(url, str)}
    return frozenset(urlsplit(url).netloc for url in pages if url.startswith("https:"))


def address_advice(entry: Entry, secure: frozenset[str]) -> Iterator[Flaw]:
    """Yield what is wrong with the addresses of one file; *secure* are hosts known to speak https."""
    for loc, url in entry.inside.named(*_PAGES):
        if isinstance(url, str):
            yield from _page(loc, url, secure)
    for loc, value in entry.inside.texts("mail", "value"):
        yield from _mail(loc, value)
    for loc, value in entry.inside.texts("phone", "value"):
        yield from _phone(loc, value)


def _page(loc: Loc, url: str, secure: frozenset[str]) -> Iterator[Flaw]:
    if detour := _detour(url):
        yield Flaw(loc, detour, "warning")
        return
    clean = without_tracking(url)
    if clean != url:
        wording = Wording("Die Adresse verrät, woher jemand kommt (Zählanhängsel).", f"Schreib: {clean}", Fix(url, clean))
        yield Flaw(loc, wording, "warning")
    # A source is the page that was read, and nobody is sent there.
    if url.startswith("http:") and loc[0] != "sources" and urlsplit(url).netloc in secure:
        message = "Diese Seite gibt es auch verschlüsselt."
        yield Flaw(loc, Wording(message, f"Prüfe und schreib: https{url.removeprefix('http')}"), "warning")
    if _CLOSED.search(url):
        yield Flaw(loc, Wording(f"Die Adresse endet auf «{url[-1]}».", f"Meintest du {url.rstrip(url[-1])}?"), "warning")
    elif not is_openable(url):
        message = "Aus dieser Adresse macht Telegram keinen Knopf."
        yield Flaw(loc, Wording(message, "Prüfe sie auf Tippfehler und Sonderzeichen."), "warning")


def _detour(url: str) -> Wording | None:
    """Return what is told of an address that only leads on to another page: a search engine's, a network's, a short one."""
    parts = urlsplit(url)
    host = parts.netloc.removeprefix("www.")
    target = next((value for _, value in parse_qsl(parts.query) if re.match(r"https?://[^\s/]+\.\w", value)), None)
    if target:
        return Wording(f"Diese Adresse leitet nur weiter, über {host}.", f"Prüfe und schreib: {without_tracking(target)}")
    if host in _SHORTENERS:
        message = "Wohin diese Kurzadresse führt, kann sich jeden Tag ändern."
        return Wording(message, "Öffne sie und schreib die Adresse, die dann oben im Browser steht.")
    return None


def without_tracking(url: str) -> str:
    """Return *url* without the parameters that tell where somebody came from."""
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not _TRACKING.match(name)]
    return url if kept == asked else parts._replace(query=urlencode(kept)).geturl()


def _mail(loc: Loc, value: str) -> Iterator[Flaw]:
    if _MAIL.fullmatch(value):
        return
    plain = _NOT_AT.sub("@", value.removeprefix("mailto:")).replace(" ", "")
    plain = plain if value.count("@") > 1 else plain.replace(",", ".")
    inside = [plain] if _MAIL.fullmatch(plain) else _MAIL.findall(value)
    advice = f"Meintest du {inside[0]}?" if len(inside) == 1 else "Sie sieht aus wie name@beispiel.de."
    advice = f"Hier passt nur eine, zum Beispiel {inside[0]}." if len(inside) > 1 else advice
    yield Flaw(loc, Wording(f"«{value}» ist keine Mailadresse.", advice))


def _phone(loc: Loc, value: str) -> Iterator[Flaw]:
    digits = re.sub(r"\D", "", value)
    if re.search(r"[^\d /()+–-]", value) or not 3 <= len(digits) <= _LONGEST:
        inside = [] if _LETTER_WITHIN.search(value) else _NUMBER.findall(value)
        meant = f"Meintest du {inside[0]}? Anderes" if len(inside) == 1 else "Nur Ziffern, Leerzeichen und +; anderes"
        advice = f"{meant} gehört unter note."
        yield Flaw(loc, Wording(f"«{value}» ist keine Telefonnummer.", advice))
    elif _is_too_short(value):
        message = f"«{value}» ist zu kurz für eine Nummer mit Vorwahl."
        yield Flaw(loc, Wording(message, "Ergänze, was hinter der Vorwahl kommt."), "warning")
    elif "(0)" in value:
        plain = re.sub(r"\s*\(0\)\s*", " ", value)
        yield Flaw(loc, Wording("Die Null in Klammern wählt ein Handy mit.", f"Schreib: {plain}", Fix(value, plain)), "warning")
    elif value.startswith("00"):
        plain = f"+{value[2:]}"
        yield Flaw(loc, Wording("Statt 00 versteht jedes Handy das +.", f"Schreib: {plain}", Fix(value, plain)), "warning")
    elif not _PHONE.fullmatch(value):
        yield Flaw(loc, Wording(f"Bei «{value}» fehlt die Vorwahl.", "Schreib zum Beispiel 0355 … oder +49 355 …"), "warning")


def _is_too_short(value: str) -> bool:
    """Tell whether a number with its code has too few digits behind it, by its blanks or else as a whole."""
    groups = re.findall(r"\d+", value.replace("(0)", " "))
    if value.startswith("+"):
        groups = groups[1:] if len(groups) > 1 else [groups[0][2:]]
    elif not value.startswith("0"):
        return False
    behind = "".join(groups[1:]) if len(groups) > 1 else groups[0][_SHORTEST_CODE + 1 :]
    return len(behind) < _SHORTEST
