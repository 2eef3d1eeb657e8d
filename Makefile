# Each target does all its own set-up: a machine with Python 3.11 or newer, git and make suffices.

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: run test check setup format screenshots bench clean

run: setup
	@sh packaging/run.sh

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto

setup: $(STAMP)
	@sh packaging/qt_libraries.sh

$(STAMP): pyproject.toml
	@sh packaging/make_venv.sh "$(PYTHON)" "$(VENV)"
	@touch $(STAMP)

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py screenshots

bench: setup
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist screenshots out
