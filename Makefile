# make chat    talk to the bot in the terminal
# make test    run all tests
# make check   look for mistakes in content/ and intents/   (CHECK=--full: in all replies too)
# make run     answer on Telegram (needs TELEGRAM_BOT_TOKEN)
# make lint    what CI checks besides the tests
#
# Everything is installed into .venv from uv.lock, once; after that nothing needs a network.

PYTHON ?= python3
UV_VERSION := 0.13.9

BIN := .venv/bin
READY := .venv/.ready
UV_STAMP := $(READY)/uv-$(UV_VERSION)
LOCKED := uv.lock pyproject.toml
# Without these uv could pick another environment or fetch another Python. --inexact keeps uv itself.
SYNC := env -u VIRTUAL_ENV UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON=$(BIN)/python UV_PYTHON_DOWNLOADS=never \
	$(BIN)/uv sync --quiet --frozen --inexact --extra semantic

.PHONY: chat test check run lint
.DELETE_ON_ERROR:

chat: $(READY)/bot
	@$(BIN)/python -m bot chat

# Three on two cores: one of them mostly waits for bots in processes of their own. Those begin (tests/conftest.py).
test: $(READY)/test
	$(BIN)/python -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder

check: $(READY)/bot
	@$(BIN)/python -m bot check $(CHECK)

run: $(READY)/bot
	@$(BIN)/python -m bot run

lint: $(READY)/quality
	$(BIN)/ruff check .
	$(BIN)/mypy bot tests
	$(BIN)/lint-imports
	$(BIN)/deptry .

$(UV_STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Der Bot braucht Python 3.11 oder neuer.")'
	@echo "Installing into .venv (once, about 250 MB) …"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@mkdir -p $(READY) && touch $@

$(READY)/bot: $(UV_STAMP) $(LOCKED)
	$(SYNC)
	@touch $@

$(READY)/test: $(READY)/bot
	$(SYNC) --group test
	@touch $@

$(READY)/quality: $(READY)/test
	$(SYNC) --group test --group quality
	@touch $@
