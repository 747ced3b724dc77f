"""A preview as one HTML page that needs nothing else: it looks like a chat on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from bot.channels.telegram.buttons import Button, Rows
from bot.knowledge.german import german_day
from bot.workshop.preview import Sheet, Shown

_STYLE = """
:root { color-scheme: light dark; --back: #d5e3ec; --ours: #fff; --theirs: #e3fbd0; --ink: #14191d; --soft: #5c6b75;
  --tap: #2678b6; --panel: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --back: #10181f; --ours: #1f2c36; --theirs: #2b5278; --ink: #eef2f5;
  --soft: #9db0bd; --tap: #7cc1f3; --panel: #17212a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.4 system-ui, sans-serif; color: var(--ink); background: var(--panel); }
header { padding: 1rem 1.25rem; } h1 { font-size: 1.3rem; margin: 0; } header p { margin: .25rem 0 0; color: var(--soft); }
nav { padding: 0 1.25rem 1rem; columns: 16rem; font-size: .9rem; } nav a { display: block; color: var(--tap); }
section { padding: 0 1.25rem 1.5rem; } h2 { font-size: 1.1rem; } h2 small { color: var(--soft); font-weight: normal; }
.chats { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem; align-items: start; }
.chat { background: var(--back); border-radius: 14px; padding: .75rem; }
.says { max-width: 92%; width: fit-content; border-radius: 14px; padding: .5rem .75rem; margin: 0 0 .4rem;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.asks { background: var(--theirs); margin-left: auto; border-bottom-right-radius: 4px; }
.bot { background: var(--ours); border-bottom-left-radius: 4px; } .bot i { color: var(--soft); font-size: .85em; }
.row { display: flex; gap: .3rem; margin: 0 0 .3rem; max-width: 92%; }
.row a, .row span { flex: 1; text-align: center; padding: .4rem; border-radius: 8px; background: var(--ours);
  color: var(--tap); text-decoration: none; font-size: .9rem; }
.id { color: var(--soft); font-size: .75rem; margin: .3rem 0 0; }
"""


def page(sheets: Iterable[Sheet], today: date) -> str:
    """Return the page of *sheets* as the bot answers on the day *today*."""
    shown = list(sheets)
    title = shown[0].title if len(shown) == 1 else "Alle Antworten"
    named = sorted(shown, key=lambda sheet: sheet.title.casefold()) if len(shown) > 1 else []
    links = "".join(f'<a href="#{sheet.id}">{escape(sheet.title)}</a>' for sheet in named)
    return "\n".join(
        (
            '<!doctype html><html lang="de"><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)} – Vorschau</title><style>{_STYLE}</style>",
            f"<header><h1>{escape(title)}</h1><p>So antwortet der Bot am {german_day(today)} auf Telegram.</p></header>",
            f"<nav>{links}</nav>" if links else "",
            *(_section(sheet, alone=len(shown) == 1) for sheet in shown),
            "</html>",
            "",
        )
    )


def _section(sheet: Sheet, *, alone: bool) -> str:
    chats = "\n".join(map(_chat, sheet.replies))
    heading = "" if alone else f"<h2>{escape(sheet.title)} <small>{sheet.id}</small></h2>"
    return f'<section id="{sheet.id}">{heading}<div class="chats">\n{chats}\n</div></section>'


def _chat(shown: Shown) -> str:
    messages = "".join(f'<p class="says bot">{part.html}</p>{_buttons(part.rows)}' for part in shown.parts)
    asked = f'<p class="says asks">{escape(shown.question)}</p>'
    return f'<div class="chat">{asked}{messages}<p class="id">{shown.intent}</p></div>'


def _buttons(rows: Rows) -> str:
    return "".join(f'<div class="row">{"".join(_button(button) for button in row)}</div>' for row in rows)


def _button(button: Button) -> str:
    label = escape(button.label)
    return f'<a href="{escape(button.url)}">{label} ↗</a>' if button.url else f"<span>{label}</span>"


def in_words(sheet: Sheet) -> Iterator[str]:
    """Yield the replies of *sheet* as paragraphs for a terminal; buttons stand in brackets."""
    for shown in sheet.replies:
        yield f"── {shown.question}" + (f"  ({shown.intent})" if shown.intent else "")
        for part in shown.parts:
            yield _plain(part.html)
            yield from ("  ".join(_bracketed(button) for button in row) for row in part.rows)
        yield ""


def _plain(html: str) -> str:
    for mark, sign in (("<i>", ""), ("</i>", ""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        html = html.replace(mark, sign)
    return html


def _bracketed(button: Button) -> str:
    return f"[ {button.label} → {button.url} ]" if button.url else f"[ {button.label} ]"
