"""Tests: mirrors bot/; `botapi` is the strict local Bot API server."""

import os

# As in `bot.__main__`: one question is too little work to share, more BLAS threads only spin. Under several workers
# of `make test` they fought over the cores and took three times the time. Numpy reads this when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
