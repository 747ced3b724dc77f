"""Where the process begins: hands the composition root to the command line."""

from __future__ import annotations

import os
import sys

# One question is far too little work to share: more BLAS threads only spin, at start-up too.
# Numpy reads this when it is imported, so it stands before everything else.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Pydantic would look for plugins, which nobody needs here, in the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

try:
    from bot.cli import main
    from bot.cli.wiring import Wiring
except ModuleNotFoundError as missing:
    # Another Python than the one everything was installed for, which is what plain `python` mostly is.
    sys.exit(
        f"Diesem Python fehlt «{missing.name}». Nimm .venv/bin/python, unter Windows .venv\\Scripts\\python. "
        "Fehlt das auch, richtet make chat alles ein."
    )
except KeyboardInterrupt:
    sys.exit(130)  # as `bot.cli.main` says it: Ctrl-C while everything is still being loaded


def _wiring() -> Wiring:
    """Return the composition root. Loaded late: `--help` and a mistyped command need no brain."""
    from bot import app

    return app


if __name__ == "__main__":
    sys.exit(main(_wiring, sys.argv[1:]))
