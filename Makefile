# Dateline's commands. `make demo` to see it, `make test` to check it; docs/ says the rest.
# They need make and Python 3.11 or newer with venv and pip, and nothing installed beforehand.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
INSTALL := -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test test-next lint format bench intake-score coverage nlp lock vendor clean

help:
	@echo 'make demo          see it: a working archive on http://127.0.0.1:$(PORT) (PORT=… for another)'
	@echo 'make test          the whole suite on SQLite and PostgreSQL, then in a browser'
	@echo 'make test-next     the same on the newest Django (needs Python 3.12 or newer)'
	@echo 'make lint          formatter, linters, types, missing migrations'
	@echo 'make format        let the formatters mend what they can'
	@echo 'make bench         the benchmarks, as tables'
	@echo 'make intake-score  how well pasted reports are read, field by field'
	@echo 'make coverage      which lines no test runs'
	@echo 'make nlp           add a language model that reads pasted reports too (optional)'
	@echo 'make lock          choose new versions of the packages (needs uv)'
	@echo 'make vendor        fetch the front-end files named in package.json (needs Node)'
	@echo 'make clean         remove what can be made again; what was entered stays'

# --- The environment: made anew only when the lock has changed -----------------------------------

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=… to one")'
	@echo 'Making $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV) || { echo "Python's venv is missing: on Debian, apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/base: requirements/base.txt | $(VENV)/made
	@echo 'Installing the packages Dateline stands on …'
	@$(RUN) $(INSTALL) requirements/base.txt
	@touch $@

$(VENV)/dev: requirements/dev.txt | $(VENV)/base
	@echo 'Installing the packages for tests and linters …'
	@$(RUN) $(INSTALL) requirements/dev.txt
	@touch $@

# Nothing else needs these two. What the model asks for is in the lock before it.
nlp: $(VENV)/base
	@echo 'Installing spaCy and its English model …'
	@$(RUN) $(INSTALL) requirements/nlp.txt
	@$(RUN) $(INSTALL) requirements/nlp-model.txt --no-deps
	@echo 'Set INTAKE_NLP=en_core_web_sm to use it.'

# --- The demo --------------------------------------------------------------------------------------

# The demo is the real thing with its own answers, whatever the shell around it is set to:
# an SQLite database in var/, no TLS, and a secret that stays on this machine.
DEMO = env -u DATABASE_URL -u MEDIA_ROOT -u STATIC_ROOT VAR_DIR="$(CURDIR)/var" DEBUG=0 HTTPS=0 \
	ALLOWED_HOSTS=127.0.0.1,localhost SECRET_KEY="$$(cat var/secret-key)"
COLLECTED := var/static/staticfiles.json

var/secret-key:
	@mkdir -p var
	@umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

demo: $(VENV)/base var/secret-key
	@$(RUN) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null \
		|| { echo 'Port $(PORT) is taken: try make demo PORT=8001' >&2; exit 1; }
	@[ -e var/db.sqlite3 ] || rm -f var/demo-loaded
	@$(DEMO) $(RUN) manage.py migrate --verbosity 0
	@# What was entered stays: the archive is loaded again only when its file is a newer one.
	@[ var/demo-loaded -nt reports/demo/archive.ndjson ] \
		|| { $(DEMO) $(RUN) manage.py load_demo && touch var/demo-loaded; }
	@[ $(COLLECTED) -nt $(VENV)/base ] && [ -z "$$(find static -newer $(COLLECTED))" ] \
		|| $(DEMO) $(RUN) manage.py collectstatic --no-input --verbosity 0
	@$(DEMO) $(RUN) manage.py make_login --password-file var/demo-password
	@echo 'Dateline is at http://127.0.0.1:$(PORT)/ — Ctrl-C stops it.'
	@exec $(DEMO) $(RUN) -m gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --workers 2 \
		--no-control-socket --log-level warning

# --- Checks ------------------------------------------------------------------------------------------

test: $(VENV)/dev
	@$(RUN) -m tests.run

lint: $(VENV)/dev
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	@find templates events reports config -name '*.html' -exec \
		$(VENV)/bin/djade --check --target-version 5.2 {} +
	$(RUN) -m mypy
	DJANGO_SETTINGS_MODULE=tests.settings $(RUN) manage.py makemigrations --check --dry-run

format: $(VENV)/dev
	$(RUN) -m ruff check --fix-only .
	$(RUN) -m ruff format .
	find templates events reports config -name '*.html' -exec \
		$(VENV)/bin/djade --target-version 5.2 {} +

bench: $(VENV)/dev
	@$(RUN) -m tests.benchmarks
	@$(RUN) -m tests.benchmarks.intake

intake-score: $(VENV)/dev
	@$(RUN) -m tests.intake_score

coverage: $(VENV)/dev
	$(RUN) -m coverage run -m pytest tests --ignore=tests/browser -q
	$(RUN) -m coverage report

# The newest Django on the newest Python found here: what breaks next year breaks today.
NEXT := .venv-next
NEXT_PYTHON = $(shell for python in python3.14 python3.13 python3.12 $(PYTHON) \
	"$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[2-9].*/bin/python3; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null \
	&& { echo "$$python"; break; }; done)

test-next:
	@[ -n '$(NEXT_PYTHON)' ] || { echo 'test-next needs Python 3.12 or newer: set PYTHON=… to one' >&2; exit 1; }
	@$(MAKE) --no-print-directory $(NEXT)/dev
	@$(NEXT)/bin/python -m tests.run

$(NEXT)/dev: requirements/dev.txt
	@'$(NEXT_PYTHON)' -m venv --clear $(NEXT)
	@$(NEXT)/bin/python $(INSTALL) requirements/dev.txt
	@$(NEXT)/bin/python -m pip install --quiet --disable-pip-version-check 'Django>=6.1,<6.2'
	@touch $@

# --- For those who change what Dateline stands on -----------------------------------------------

UV ?= uv
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock:
	cd requirements && $(LOCK) base.in --output-file base.txt
	cd requirements && $(LOCK) dev.in --constraint base.txt --output-file dev.txt
	cd requirements && $(LOCK) nlp.in --constraint dev.txt --output-file nlp.txt

vendor:
	npm install --no-package-lock --ignore-scripts --no-audit --no-fund
	node vendor.mjs

clean:
	rm -rf $(VENV) $(NEXT) node_modules .cache var/static
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
