# `make help` lists what can be done.
VENV ?= .venv
PYTHON ?= python3
PORT ?= 8000
DATA ?= data
BIN := $(VENV)/bin
TESTS ?= tests
SECONDS ?= 60
SEED ?=

.DEFAULT_GOAL := help
.PHONY: help run test test-within test-browser test-whole test-survival test-some bench chaos lint format docs lock test-servers clean

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.ready ## Run all of Balie in one process, with demo data (PORT=8000 DATA=data)
	@BALIE_PORT=$(PORT) BALIE_DATA="$(DATA)" $(BIN)/balie up --demo

test: $(VENV)/.ready-to-test test-servers ## Install what the tests need and run all of them (TESTS=tests/intake for some)
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target $(if $(filter tests,$(TESTS)),test-within test-browser test-whole test-survival,test-some)

# The longest begin first, so that two at a time end at about the same moment. Survival is last: its deadlines want a
# quiet machine more than the others do.
WHOLE := api bench cli demo stack
test-within:
	$(BIN)/python -m pytest tests --ignore=tests/survival $(WHOLE:%=--ignore=tests/%)

test-browser:
	$(BIN)/python -m pytest -c tests/browser/pytest.ini --confcutdir=tests/browser tests/browser

test-whole:
	$(BIN)/python -m pytest $(WHOLE:%=tests/%)

test-survival:
	$(BIN)/python -m pytest tests/survival

test-some:
	$(if $(filter-out tests/browser,$(TESTS)),$(BIN)/python -m pytest $(filter-out tests/browser,$(TESTS)))
	$(if $(filter tests/browser,$(TESTS)),$(BIN)/python -m pytest -c tests/browser/pytest.ini --confcutdir=tests/browser tests/browser)

bench: $(VENV)/.ready ## Measure how fast Balie is on this machine, against its targets (BENCH="--only create,read")
	@sh tests/install-servers.sh rabbitmq-server postgresql wrk
	@$(BIN)/python -m bench $(BENCH)

chaos: $(VENV)/.ready-to-test test-servers ## Kill random processes of a whole desk under load, then count (SECONDS=600 SEED=42)
	$(BIN)/python -m tests.survival.chaos --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

lint: $(VENV)/.ready-to-test ## Check style, types and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.ready-to-test ## Put the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.ready-to-test ## Write the settings and commands into docs/operations.md again
	@$(BIN)/python -m tests.docs.write_operations

lock: ## Write the locks again from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--custom-compile-command "make lock" pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra dev \
		--custom-compile-command "make lock" pyproject.toml -c requirements.lock -o requirements-dev.lock

test-servers: ## Install RabbitMQ, PostgreSQL and Chromium (as root), or say how
	@sh tests/install-servers.sh

clean: ## Remove the environment (data stays)
	rm -rf $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Balie needs Python 3.11 or later; $(PYTHON) is older. Give another: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "$(PYTHON) cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing what Balie needs into $(VENV) (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready requirements-dev.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
