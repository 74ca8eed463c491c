PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCKED := $(PIP) --require-hashes --only-binary :all:

.DEFAULT_GOAL := all
.PHONY: all help demo test check format lint types imports docs bench evaluate train lock clean fix

all: check test ## Everything that guards quality: check, then test

help: ## Show these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 12

demo: $(VENV)/.core ## Install, then read the built-in sample case and show its record
	$(BIN)/onrecord demo

test: $(VENV)/.dev ## Install, then run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: format lint types imports docs ## Format, lint, types, import contract, documentation

format: $(VENV)/.dev ## Is every file formatted? (make fix does it)
	$(BIN)/ruff format --check --quiet .

lint: $(VENV)/.dev ## Lint
	$(BIN)/ruff check --quiet .

types: $(VENV)/.dev ## Check types, strictly
	$(BIN)/mypy

imports: $(VENV)/.dev ## Does data flow one way?
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/.dev ## Are the generated pages up to date, and do all links lead somewhere?
	$(BIN)/python -m docs.build --check

fix: $(VENV)/.dev ## Format, mend what lint can mend, write the generated pages
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet . ; $(BIN)/python -m docs.build

evaluate: $(VENV)/.dev ## Print every score, beside the figures to beat
	$(BIN)/python -m evaluation

bench: $(VENV)/.dev ## Words per second and memory of each step on 1,000 articles, pages on 20,000; kills the writer 200 times, reads damaged files
	$(BIN)/python -m bench

train: $(VENV)/.training ## Make the weights anew: make train CORPUS=path/to/polnear/train (about an hour)
	$(BIN)/python -m training $(CORPUS)

lock: $(VENV)/.dev ## Write the locked dependencies anew
	$(PIP) uv
	$(BIN)/python -m uv pip compile $(COMPILE) pyproject.toml -o requirements/core.txt
	$(BIN)/python -m uv pip compile $(COMPILE) --group build -o requirements/build.txt
	$(BIN)/python -m uv pip compile $(COMPILE) --group dev pyproject.toml -c requirements/core.txt -o requirements/dev.txt

COMPILE := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade

clean: ## Remove what was installed and made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "onrecord needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(VENV)/bin/python requirements/core.txt requirements/build.txt pyproject.toml
	@echo 'Installing onrecord and what it needs into $(VENV): a minute or two.'
	$(LOCKED) -r requirements/core.txt -r requirements/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements/dev.txt
	@echo 'Installing the tools for tests and checks into $(VENV).'
	$(LOCKED) -r requirements/dev.txt
	@touch $@

$(VENV)/.training: $(VENV)/.dev requirements/training.txt
	@echo 'Installing what training needs into $(VENV).'
	$(PIP) -r requirements/training.txt
	@touch $@
