"""How a week went: what was asked, how much of it was answered, what is missing, what is overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from types import MappingProxyType

from bot.knowledge.german import german_day
from bot.model.catalogue import Catalogue
from bot.model.values import DEFAULT_LANGUAGE
from bot.store.questions import Question, Tally
from bot.workshop.calendar import Due, due
from bot.workshop.unanswered import Group, groups

DAYS = 7
MOST = 10
OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "answered": "beantwortet",
        "clarified": "nachgefragt",
        "refused": "nicht gewusst",
        "small-talk": "geplaudert",
        "crisis": "Hilfe genannt",
    }
)
"""What became of a typed message; taps are counted apart."""


@dataclass(frozen=True, slots=True)
class Week:
    """The seven days up to and with ``last``. Shares are of all typed messages."""

    last: date
    outcomes: Mapping[str, int]
    taps: int
    unhelpful: int
    per_day: tuple[tuple[date, int], ...]
    topics: tuple[tuple[str, int], ...]
    intents: tuple[tuple[str, int], ...]
    gaps: tuple[Group, ...]
    overdue: tuple[Due, ...]

    @property
    def first(self) -> date:
        """The first of the days."""
        return first_day(self.last)

    @property
    def asked(self) -> int:
        """How many messages were typed."""
        return sum(self.outcomes.values())

    def share(self, outcome: str) -> int:
        """Return the share of an outcome in percent."""
        return round(100 * self.outcomes[outcome] / self.asked) if self.asked else 0


def first_day(last: date) -> date:
    """Return the first day of the week that ends with *last*."""
    return last - timedelta(days=DAYS - 1)


def week_of(catalogue: Catalogue, tallies: Iterable[Tally], questions: Iterable[Question], last: date) -> Week:
    """Return the week up to *last* from what was counted in it and what waits for staff."""
    counted = list(tallies)
    outcomes = _sums(counted, "outcome")
    recent = [question for question in questions if first_day(last) <= question.day <= last]
    days = Counter[date]()
    for tally in counted:
        if tally.kind == "outcome" and tally.what in OUTCOMES:
            days[tally.day] += tally.times
    topics = {key: topic.title[DEFAULT_LANGUAGE] for key, topic in catalogue.topics.items()}
    intents = {key: intent.title[DEFAULT_LANGUAGE] for key, intent in catalogue.intents.items()}
    return Week(
        last=last,
        outcomes={name: outcomes[name] for name in OUTCOMES},
        taps=outcomes["tapped"],
        unhelpful=outcomes["unhelpful"],
        per_day=tuple((day, days[day]) for day in (first_day(last) + timedelta(days=each) for each in range(DAYS))),
        topics=_top(_sums(counted, "topic"), topics),
        intents=_top(_sums(counted, "intent"), intents),
        gaps=tuple(group for group in groups(recent) if not group.is_foreign)[:MOST],
        overdue=tuple(each for each in due(catalogue, last, 0) if each.kind == "review"),
    )


def _sums(tallies: Iterable[Tally], kind: str) -> Counter[str]:
    sums = Counter[str]()
    for tally in tallies:
        if tally.kind == kind:
            sums[tally.what] += tally.times
    return sums


def _top(counts: Counter[str], titles: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    return tuple((titles.get(name, name), times) for name, times in ranked)


def in_words(week: Week) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{german_day(week.first)} bis {german_day(week.last)}: {week.asked} Fragen, {_besides(week)}"
    for name, word in OUTCOMES.items():
        yield f"  {word:<14}{week.outcomes[name]:>6}  {week.share(name):>3} %"
    for title, lines in _lists(week):
        yield ""
        yield title
        yield from (f"  {line}" for line in lines or ("nichts",))


def _besides(week: Week) -> str:
    return f"{week.taps} Mal ein Knopf, {week.unhelpful} Mal «Hat nicht geholfen»"


def _lists(week: Week) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Gefragte Themen", tuple(f"{times:>4}×  {title}" for title, times in week.topics)
    yield "Häufige Fragen", tuple(f"{times:>4}×  {title}" for title, times in week.intents)
    yield "Lücken", tuple(f"{gap.times:>4}×  «{gap.first.question}» (Nummer {gap.first.number})" for gap in week.gaps)
    yield "Überfällige Prüfungen", tuple(f"{german_day(each.day)}  {each.title} ({each.owner})" for each in week.overdue)


_STYLE = """
:root { color-scheme: light dark; --ink: #14191d; --soft: #5c6b75; --bar: #2678b6; --panel: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f5; --soft: #9db0bd; --bar: #7cc1f3; --panel: #17212a; } }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; font: 16px/1.45 system-ui, sans-serif; color: var(--ink);
  background: var(--panel); }
h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; } p { color: var(--soft); margin: .2rem 0; }
svg { display: block; } svg rect { fill: var(--bar); } svg text { fill: var(--ink); font-size: 14px; }
"""
_ROW, _WIDEST, _LETTERS = 42, 85, 46
"""Height of a row in pixels, width of the longest bar in percent, letters of a label that fit on a phone."""


def page(week: Week) -> str:
    """Return the report as one HTML page that needs nothing else; bars are inline SVG."""
    outcomes = tuple((f"{word} ({week.share(name)} %)", week.outcomes[name]) for name, word in OUTCOMES.items())
    days = tuple((f"{'Mo Di Mi Do Fr Sa So'.split()[day.weekday()]} {german_day(day)}", times) for day, times in week.per_day)
    gaps = tuple((f"«{gap.first.question}»", gap.times) for gap in week.gaps)
    parts = (
        ("Fragen je Tag", days),
        ("Was daraus wurde", outcomes),
        ("Gefragte Themen", week.topics),
        ("Häufige Fragen", week.intents),
        ("Lücken", gaps),
        (_overdue_title(week), _overdue(week)),
    )
    title = f"{german_day(week.first)} bis {german_day(week.last)}"
    return "\n".join(
        (
            '<!doctype html><html lang="de"><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Woche {title}</title><style>{_STYLE}</style>",
            f"<h1>{week.asked} Fragen vom {title}</h1>",
            f"<p>Dazu {_besides(week)}. Gezählt wird ohne Person und Chat.</p>",
            *(f"<h2>{escape(name)}</h2>{bars(some)}" for name, some in parts),
            "</html>",
            "",
        )
    )


def _overdue(week: Week) -> tuple[tuple[str, int], ...]:
    """Return the longest overdue with their days; there may be a hundred, the calendar has them all."""
    return tuple((each.title, (week.last - each.day).days) for each in week.overdue[:MOST])


def _overdue_title(week: Week) -> str:
    more = f", die ersten {MOST} von {len(week.overdue)}" if len(week.overdue) > MOST else ""
    return f"Überfällige Prüfungen (Tage{more})"


def bars(counts: tuple[tuple[str, int], ...]) -> str:
    """Return a bar chart as SVG: each label above its bar, and the number behind it; letters keep their size on a phone."""
    if not counts:
        return "<p>nichts</p>"
    longest = max(1, *(times for _, times in counts))
    rows = "".join(_row(line, label, times, _WIDEST * times / longest) for line, (label, times) in enumerate(counts))
    told = escape("; ".join(f"{label}: {times}" for label, times in counts), quote=True)
    return f'<svg width="100%" height="{len(counts) * _ROW}" role="img" aria-label="{told}">{rows}</svg>'


def _row(line: int, label: str, times: int, percent: float) -> str:
    top, width = line * _ROW, f"{percent:.1f}%"
    return (
        f'<text x="0" y="{top + 14}">{escape(_short(label))}<title>{escape(label)}</title></text>'
        f'<rect x="0" y="{top + 20}" width="{width}" height="12" rx="3"/>'
        f'<text x="{width}" dx="6" y="{top + 31}">{times}</text>'
    )


def _short(label: str) -> str:
    return label if len(label) <= _LETTERS else f"{label[: _LETTERS - 1]}…"
