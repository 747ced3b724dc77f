"""Where the process begins: hands the composition root to the command line."""

from __future__ import annotations

import os
import sys

# One question is far too little work to share: more BLAS threads only spin, at start-up too.
# Numpy reads this when it is imported, so it stands before everything else.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot.cli import main
from bot.cli.wiring import Wiring


def _wiring() -> Wiring:
    """Return the composition root. Loaded late: `--help` and a mistyped command need no brain."""
    from bot import app

    return app


if __name__ == "__main__":
    sys.exit(main(_wiring, sys.argv[1:]))
