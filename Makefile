# make run: everything, at http://127.0.0.1:8000      make test: every check      make bench: every figure

PORT ?= 8000
APPS := config reviews claims sources core
VENV := .venv
PY := $(VENV)/bin/python
# The first Python on the path that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { command -v $$p; break; }; done)

# What a production start needs, for the check of its settings; none of it is used to connect.
PRODUCTION := PLUMBLINE_PRODUCTION=True \
	SECRET_KEY=only-for-the-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ \
	ALLOWED_HOSTS=plumbline.example.org CSRF_TRUSTED_ORIGINS=https://plumbline.example.org \
	DATABASE_URL=postgres://plumbline@127.0.0.1/plumbline REDIS_URL=redis://127.0.0.1:6379

.PHONY: run venv venv-dev check check-text test coverage night bench bench-against chaos screenshots messages constraints drawing
.DEFAULT_GOAL := run

run: venv
	@exec $(PY) manage.py up --port $(PORT)

venv: $(VENV)/.requirements
venv-dev: $(VENV)/.requirements-dev

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Plumbline needs Python 3.11 or newer, and none was found. Install it, or say where it is: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Creating $(VENV) with $(PYTHON) …"
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); echo "The virtual environment could not be created. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

# The names of the packages are the progress; the stamp is set only when pip ended well.
$(VENV)/.requirements: requirements.txt config/constraints.txt | $(VENV)/bin/python
	@echo "Installing the requirements (about 250 MB, a minute or two) …"
	@rm -f $@
	@{ $(PY) -m pip install --disable-pip-version-check --progress-bar off -r requirements.txt && touch $@; } | sed -n 's/^Collecting \([^ ]*\).*/  \1/p'
	@test -f $@ || { echo "The requirements could not be installed; the lines above say why. Then run make again."; exit 1; }

$(VENV)/.requirements-dev: requirements-dev.txt $(VENV)/.requirements
	@echo "Installing the requirements of the tests …"
	@rm -f $@
	@{ $(PY) -m pip install --disable-pip-version-check --progress-bar off -r requirements-dev.txt && touch $@; } | sed -n 's/^Collecting \([^ ]*\).*/  \1/p'
	@test -f $@ || { echo "The requirements could not be installed; the lines above say why. Then run make again."; exit 1; }

# What takes a minute, most of it for the types.
define CHECK_MEANING
{ echo "== types" && $(PY) -m mypy && \
echo "== direction of imports" && $(PY) -c 'from importlinter.cli import lint_imports_command as check; check()' && \
echo "== migrations match the models" && $(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run && \
echo "== production settings" && $(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING; }
endef

check: check-text
	@$(CHECK_MEANING)

# What takes a few seconds.
check-text: venv-dev
	@echo "== style" && $(PY) -m ruff check .
	@echo "== format" && $(PY) -m ruff format --check .
	@echo "== templates" && find $(APPS) -name '*.html' | xargs $(VENV)/bin/djade --check --target-version 5.2

COVERED := $(VENV)/coverage.json
# Three processes with servers of their own, so that two processors have work while one of them waits for a browser or
# for a lease to run out; where the environment names the servers, one, since they cannot be shared.
# ORDER=random shuffles modules and tests, and generates other cases; SEED=… repeats such a run.
SHUFFLE := $(if $(filter random,$(ORDER)),$(or $(SEED),$(shell od -An -N2 -tu2 /dev/urandom | tr -d ' ')))
# The minute that the types take is spent beside the tests: a process that waits for a browser leaves the time for it.
test: check-text
	@$(CHECK_MEANING) >$(VENV)/check-meaning.txt 2>&1 & checking=$$!; \
	echo "== tests$(if $(SHUFFLE), in random order: make test ORDER=random SEED=$(SHUFFLE))"; \
	: "A run starts a hundred interpreters, and none should compile what an earlier one has."; \
	PYTHONHASHSEED=$(or $(SHUFFLE),0) PYTHONDONTWRITEBYTECODE= \
		$(PY) -m slipcover --out $(COVERED) --dont-wrap-pytest -m pytest \
		$(if $(DATABASE_URL)$(REDIS_URL),,-n 3 --dist loadfile --no-loadscope-reorder) \
		$(if $(SHUFFLE),--random-order-seed=$(SHUFFLE) --hypothesis-seed=$(SHUFFLE)); tested=$$?; \
	wait $$checking; checked=$$?; cat $(VENV)/check-meaning.txt; \
	test $$tested -eq 0 -a $$checked -eq 0
	@echo "== coverage" && $(PY) -m tests.coverage_floor $(COVERED)

# Every line that the last make test did not reach, file by file.
coverage:
	@$(PY) -m slipcover --merge $(COVERED) --out $(COVERED) --skip-covered

# What make test holds on some cases, on thousands: damaged files, tamperings of the ledger, every address at every door.
night: venv-dev
	@PLUMBLINE_DAMAGED_FILES=5000 PLUMBLINE_TAMPERINGS=10000 PLUMBLINE_MANY=400000 PLUMBLINE_EVERY_ADDRESS=1 \
		PLUMBLINE_API_CASES=100 \
		$(PY) -m pytest tests/sources/test_damaged_files.py tests/sources/extraction/test_bounds.py \
		tests/sources/test_hostile_addresses.py tests/reviews/test_ledger_tampering.py \
		tests/config/api/test_description_holds.py

# The figures, each with its target; BENCH="splitting quantities" measures only these.
bench: venv-dev
	@$(PY) -m tests.bench $(BENCH)

# The same figures of this build and of another revision in turn, each with the ratio: make bench-against REV=v1.0
# GROUPS="commands" or "stack" measures only these.
bench-against: venv-dev
	@test -n "$(REV)" || { echo "Say with which revision to compare: make bench-against REV=<commit or branch>"; exit 1; }
	@$(PY) -m tests.bench.against $(REV) $(GROUPS)

# Re-checks while everything they need is killed at random: none lost, none doubled, none stuck.
SIZE ?= 1000
chaos: venv-dev
	@$(PY) -m tests.chaos --seed $(or $(SEED),1) --size $(SIZE)

# The catalogues of the translations, with new words in and old ones out, and compiled; needs the gettext tools.
messages: venv-dev
	@for app in $(APPS); do \
		(cd $$app && ../$(PY) -m django makemessages --all --no-location --no-obsolete && ../$(PY) -m django compilemessages) || exit 1; \
	done
	@cd config/library_words/zh_Hans/LC_MESSAGES && msgfmt --check -o django.mo django.po

# Pictures of every page, at both widths and in both colour schemes, for the README and for looking at.
screenshots: venv-dev
	@$(PY) -m pytest -q -m pictures tests/browser/test_pictures.py

# The newest versions of all that the requirements draw in, written into config/constraints.txt; run make test after it.
constraints: venv-dev
	@echo "Installing into a fresh environment (a few minutes) …"
	@$(PY) -m tests.pins
	@echo "config/constraints.txt is written. Look at what changed in it, and run make test."

# The imports between the packages and inside two of them, for docs/architecture.md; needs Graphviz.
drawing: venv-dev
	@$(VENV)/bin/import-linter drawgraph --show-import-totals --show-cycle-breakers $(APPS) | dot -Tsvg -o docs/pictures/imports-after.svg
	@for app in config core; do \
		$(VENV)/bin/import-linter drawgraph --show-cycle-breakers $$app | dot -Tsvg -o docs/pictures/imports-after-$$app.svg || exit 1; \
	done
