"""What to say about a text that should be the address of a page and is none."""

from __future__ import annotations

import re

from bot.knowledge.problems import Wording

_ADDRESS = re.compile(r"https?://[^\s,;]+")
_SCHEME = re.compile(r"^[htps]{3,7}[:;]?/{1,3}", re.IGNORECASE)
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")


def no_url(text: str) -> Wording:
    """Return what to say about a text that should be the address of a page and is none."""
    message = f"«{text}» ist keine Internetadresse."
    if MAIL.fullmatch(text):
        return Wording(f"«{text}» ist eine Mailadresse.", "Hier gehört die Adresse einer Seite hin, sie beginnt mit https://")
    if len(several := _ADDRESS.findall(text)) > 1:
        return Wording(message, f"Hier passt nur eine, zum Beispiel {several[0]}")
    text = _SCHEME.sub("", text.strip("<>() "))
    if re.search(r"\s", text):
        return Wording(message, "Lösche die Leerzeichen darin.")
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?", text):
        return Wording(message, f"Meintest du https://{text}?")
    return Wording(message, "Sie beginnt mit https://")
