"""One German sentence for every way in which a value can miss its class."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from bot.knowledge import dates, german
from bot.knowledge.addresses import no_url
from bot.knowledge.fields import choices_at, class_at, description_at, key_names, keys_of, list_of
from bot.knowledge.homes import folder_with
from bot.knowledge.nodes import Block, Listing, Node, Scalar
from bot.knowledge.problems import Fix, Loc, Wording, closest, did_you_mean, listed
from bot.knowledge.quoting import quoted
from bot.model.topics import TOPIC_CLASSES
from bot.model.values import LANGUAGE_KEY, PartialDate

_ANSWERS = ("show", "facet", "list", "text", "path", "language")
_BOOLEANS: Mapping[str, str] = {"ja": "true", "wahr": "true", "nein": "false", "falsch": "false"}
_DAYS = re.compile(r"(\d{1,3})(?: ?[Tt]age?)?")
_WORDS_AND_BLANKS = re.compile(r"[^a-z_]")


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint of pydantic: its ``kind``, ``details`` and where in which class it arose.

    ``key`` is the last key on the way there that the file has.
    """

    kind: str
    loc: Loc
    key: str
    node: Node
    model: type[BaseModel]
    details: Mapping[str, object]

    @property
    def text(self) -> str:
        """What staff wrote there; empty for a list or a block."""
        return self.node.text if isinstance(self.node, Scalar) else ""


def wording(case: Case) -> Wording:
    """Return the sentence for a complaint; unknown kinds get a general one."""
    return _TABLE.get(case.kind, _general)(case)


def unknown_key(
    word: str, allowed: tuple[str, ...], names: Mapping[str, str] | None = None, inside: str = ""
) -> Wording:
    """Return what to say about a key that the place does not have.

    *names* maps other names of keys; *inside* says where the key does belong, empty where that is not known.
    """
    other = (names or {}).get(word)
    meant = other or meant_key(word, allowed)
    near = f"Meintest du {meant}?" if meant else inside
    rest = f"Möglich sind: {', '.join(allowed)}." if allowed else "Lösche die Zeile."
    return Wording(f"Die Angabe «{word}» gibt es hier nicht.", near or rest, Fix(word, other) if other else None)


def meant_key(word: str, allowed: tuple[str, ...]) -> str | None:
    """Return the key that *word* was most likely meant to be; None if none is near."""
    known = german.KEYS.get(word.lower())
    return known if known in allowed else closest(word, allowed)


def _extra(case: Case) -> Wording:
    owner = class_at(case.model, case.loc[:-1])
    aliases = (
        {name: field.alias for name, field in owner.model_fields.items() if field.alias} if owner else {}
    )
    under = "" if len(case.loc) > 1 else list_of(case.model, str(case.loc[-1]))
    inside = f"Sie gehört zu einem Eintrag unter {under}." if under else ""
    elsewhere = folder_with(str(case.loc[-1])) if len(case.loc) == 1 and case.model in TOPIC_CLASSES and not under else ""
    if elsewhere:
        return Wording(f"Die Angabe «{case.loc[-1]}» gibt es hier nicht.", elsewhere)
    return unknown_key(str(case.loc[-1]), key_names(case.model, case.loc[:-1]), aliases, inside)


def _stray(case: Case) -> Wording:
    here, home = case.loc[0], case.details.get("home")
    message = f"Dieser Eintrag steht unter {here}, seine Angaben gehören unter {home}."
    return Wording(message, f"Verschiebe ihn unter die Zeile {home}:")


def _missing(case: Case) -> Wording:
    key = str(case.loc[-1])
    help_text = description_at(case.model, case.loc)
    if choices := choices_at(case.model, case.loc):
        help_text = f"möglich sind {listed(choices, 'oder')}"
    return Wording(f"Hier fehlt «{key}».", f"Ergänze {key}: …" + (f" ({help_text})" if help_text else ""))


def _not_text(case: Case) -> Wording:
    kind = "keine Liste" if not isinstance(case.node, Block) else "keine weiteren Angaben"
    wanted = Wording(f"Bei «{case.key}» gehört ein Text hin, {kind}.", _split_text(case.node, case.loc))
    return _beside(case, str(case.loc[-1]), case.loc[:-1]) or wanted


def _beside(case: Case, key: str, loc: Loc) -> Wording | None:
    """Return what is told where *key* stands below the text at *loc* but belongs beside it; None where it does not."""
    meant = meant_key(key, key_names(case.model, loc[:-1])) if loc and not class_at(case.model, loc) else None
    if not meant or LANGUAGE_KEY.match(key):
        return None
    return Wording(f"«{key}» ist keine Sprache.", f"Gehört es neben «{loc[-1]}»? Dann rücke es aus und schreib: {meant}: …")


def _split_text(node: Node, loc: Loc) -> str:
    """Return how to write a text that a colon turned into a key and a value; empty for real blocks."""
    if not isinstance(node, Block) or len(node.values) != 1:
        return ""
    [(key, value)] = node.values.items()
    if not (isinstance(value, Scalar) and value.text and (isinstance(loc[-1], int) or _WORDS_AND_BLANKS.search(key))):
        return ""
    return f"Wegen des Doppelpunkts braucht er Anführungszeichen: {quoted(f'{key}: {value.text}')}"


def _not_list(case: Case) -> Wording:
    return Wording(
        f"Bei «{case.key}» gehört eine Liste hin.", "Beginne jeden Eintrag in einer neuen Zeile mit „- “."
    )


def _not_block(case: Case) -> Wording:
    owner = class_at(case.model, case.loc)
    if owner and issubclass(owner, PartialDate):
        return Wording(f"Bei «{case.key}» gehört ein Datum hin.", "Schreib es wie 2027-03-04 oder 4.3.2027.")
    keys = key_names(case.model, case.loc)
    if case.loc[0] == "not_this" and case.text:
        return Wording("Hinter dem Satz fehlt, zu welcher Frage er gehört.", f"Schreib: - {case.text}: kennung-der-frage")
    if "url" in keys and case.text.startswith("http"):
        advice = f'Schreib: {{title: {{de: "…", en: "…"}}, url: {case.text}}}'
        return Wording("Zur Adresse gehört ein Text für den Knopf.", advice)
    meant = description_at(case.model, case.loc)
    lines = f"Gemeint ist: {meant}" if meant else "Schreib sie als Zeilen «name: Wert» darunter."
    advice = f"Möglich sind: {', '.join(keys)}." if keys else lines
    if meant and isinstance(case.node, Listing):
        return Wording(f"Bei «{case.key}» passt keine Liste.", lines)
    return Wording(f"Bei «{case.key}» gehören weitere Angaben hin.", advice)


def _not_one_of(case: Case) -> Wording:
    allowed = re.findall(r"'([^']*)'", str(case.details.get("expected", "")))
    known = next((word for word in (german.value_for(case.text), german.KEYS.get(case.text.lower())) if word in allowed), None)
    near = f"Meintest du {known}?" if known in allowed else did_you_mean(case.text, allowed) or _other_folder(case)
    if case.text:
        help_text = description_at(case.model, case.loc) if len(allowed) == 1 else ""
        return Wording(f"«{case.text}» geht hier nicht, nur {listed(allowed, 'oder')}.", near or help_text)
    return Wording(f"Bei «{case.key}» geht nur {listed(allowed, 'oder')}.")


def _other_folder(case: Case) -> str:
    """Return where a file belongs whose type is one of another kind of entry; empty where it is none."""
    named = german.value_for(case.text) or case.text
    fitting = (other for other in TOPIC_CLASSES if case.loc == ("type",) and named in choices_at(other, case.loc))
    return next((f"Gehört die Datei in den Ordner {other.folder}? Dann verschiebe sie." for other in fitting), "")


def _no_date(case: Case) -> Wording:
    if case.key == "end" and (days := _DAYS.fullmatch(case.text)):
        return Wording(f"«{case.text}» ist kein Datum.", f"Wie viele Tage es dauert, schreib so: lasts_days: {days[1]}")
    return dates.no_date(case.text, partly=_is_partial(case)) if case.text else _not_a_date_at_all(case)


def _is_partial(case: Case) -> bool:
    owner = class_at(case.model, case.loc)
    return owner is not None and issubclass(owner, PartialDate)


def _not_a_date_at_all(case: Case) -> Wording:
    return Wording(f"Bei «{case.key}» gehört ein Datum hin.", "Schreib es wie 2027-03-04 oder 4.3.2027.")


def _pattern(case: Case) -> Wording:
    pattern = str(case.details.get("pattern", ""))
    if "http" in pattern:
        return no_url(case.text)
    if ":" in pattern:
        return dates.no_time(case.text)
    return _general(case)


def _boolean(case: Case) -> Wording:
    meant = _BOOLEANS.get(case.text.lower())
    message = f"Bei «{case.key}» gehört true (ja) oder false (nein) hin."
    return Wording(message, f"Meintest du {meant}?", Fix(case.text, meant)) if meant else Wording(message)


def _no_german(case: Case) -> Wording:
    return Wording(f"Bei «{case.key}» fehlt der deutsche Text.", 'Ergänze de: "…".')


def _no_prose(case: Case) -> Wording:
    return Wording(f"Bei «{case.key}» steht kein Text.", "Trag etwas ein oder lösche die Zeile.")


def _language_key(case: Case) -> Wording:
    keys = list(case.node.values) if isinstance(case.node, Block) else []
    wrong = next((key for key in keys if not LANGUAGE_KEY.match(key)), "")
    near = did_you_mean(wrong, ("de", "en", "de-simple")) or did_you_mean(wrong[:2], ("de", "en"))
    advice = near or "Schreib die Texte unter de: und en:"
    return _beside(case, wrong, case.loc) or Wording(f"«{wrong}» ist keine Sprache.", advice)


def _one_answer(case: Case) -> Wording:
    given = [key for key in _ANSWERS if isinstance(case.node, Block) and key in case.node.values]
    if len(given) > 1:
        message = f"Unter «answer» stehen {listed(given)}, es darf nur eines davon sein."
        return Wording(message, "Behalte eines und lösche die anderen.")
    return Wording(
        "Unter «answer» steht nicht, wie der Bot antwortet.", f"Ergänze {listed(_ANSWERS, 'oder')}."
    )


def _number(case: Case) -> Wording:
    owner = class_at(case.model, case.loc[:-1])
    if owner and issubclass(owner, PartialDate):
        return _no_date(case)
    return Wording(f"«{case.text}» ist hier keine passende Zahl.")


def _too_long(case: Case) -> Wording:
    most = case.details.get("max_length", "")
    return Wording(f"Bei «{case.key}» steht zu viel, erlaubt sind {most}.", "Kürze es.")


def _too_short(case: Case) -> Wording:
    least = case.details.get("min_length", "")
    return Wording(f"Bei «{case.key}» steht zu wenig, nötig sind {least}.", "Ergänze etwas.")


def _ours(case: Case) -> Wording:
    """Explain what a check of our own classes says by a key, e.g. ``prose-empty``."""
    return _OWN.get(str(case.details.get("error", "")), _own_date)(case)


def _own_date(case: Case) -> Wording:
    return _no_date(case) if _is_partial(case) else _general(case)


def _general(case: Case) -> Wording:
    what = (
        f"«{case.text}» passt bei «{case.key}» nicht."
        if case.text
        else f"Bei «{case.key}» steht etwas Falsches."
    )
    keys = tuple(keys_of(case.model))
    meant = description_at(case.model, case.loc)
    if meant:
        return Wording(what, f"Gemeint ist: {meant}")
    return Wording(what, "Sieh dir eine Nachbardatei an." if case.key in keys else "")


_OWN: Mapping[str, Callable[[Case], Wording]] = {
    "prose-without-german": _no_german,
    "prose-empty": _no_prose,
    "prose-language-key": _language_key,
    "not-a-date": _no_date,
    "not-a-day": lambda case: dates.no_day(case.text),
    "answer-exactly-one": _one_answer,
    "answer-about-no-text": lambda _: Wording(
        "«about» gehört nur zu «text».", "Lösche es: Was in den Einträgen steht, hat seine Quelle dort."
    ),
    "path-end-empty": lambda _: Wording("Unter «end» steht nicht, wo der Weg endet.", "Ergänze contact oder link."),
}
_TABLE: Mapping[str, Callable[[Case], Wording]] = {
    "extra_forbidden": _extra,
    "missing": _missing,
    "stray": _stray,
    "string_type": _not_text,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "mapping_type": _not_block,
    "dict_type": _not_block,
    "model_type": _not_block,
    "model_attributes_type": _not_block,
    "literal_error": _not_one_of,
    "date_type": _not_a_date_at_all,
    "date_from_datetime_parsing": _no_date,
    "string_pattern_mismatch": _pattern,
    "bool_parsing": _boolean,
    "bool_type": _boolean,
    "int_parsing": _number,
    "int_type": _number,
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "value_error": _ours,
}
