# One door for the developer. `make` runs what a change has to pass.

PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)

define WRITE_SCHEMAS
from pathlib import Path; \
from planparse.model import change; \
from planparse.writers import plan_json; \
folder = Path('src/planparse/schemas'); \
(folder / 'plan.schema.json').write_text(plan_json.json_schema(), 'utf-8'); \
(folder / 'diff.schema.json').write_text(change.json_schema(), 'utf-8')
endef

.PHONY: all format format-check lint types imports tests docs docs-drift schema golden pythons accuracy bench throughput fuzz mutants dist clean

all: format-check lint types imports tests docs-drift

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix --select I .

format-check:
	$(PYTHON) -m ruff format --check .

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"

tests:
	$(PYTHON) -m pytest

docs: schema
	$(PYTHON) -m planparse.cli.reference docs/cli.md
	$(PYTHON) -m planparse.cli.limits_table docs/safety.md
	$(PYTHON) -m planparse.checks.catalogue > docs/rules.md

docs-drift:
	$(PYTHON) -m planparse.cli.reference /dev/stdout | diff -u docs/cli.md -
	$(PYTHON) -m pytest tests/writers/test_plan_json.py tests/writers/test_diff_json.py tests/cli/test_small_commands.py

# The JSON Schemas that ship, made from the models.
schema:
	$(PYTHON) -c "$(WRITE_SCHEMAS)"

# Rewrites what the samples must give. Review it as a `git diff`, with the documents beside you.
golden:
	for sample in samples/*.txt; do \
	  $(PYTHON) -m planparse extract -q $$sample -o golden/$$(basename $$sample .txt) || exit 1; \
	done
	$(PYTHON) -m tests.diff.example

# The tests on each Python that is promised; says which of them is not on this machine.
pythons:
	scripts/pythons.sh

accuracy:
	$(PYTHON) bench/accuracy.py -o docs/accuracy.md

# Ratios against the peers, in one run each.
bench:
	$(PYTHON) bench/performance.py -o docs/performance.md

# 200 small documents with 1 and 2 workers; `make bench` puts the table into docs/performance.md.
throughput:
	$(PYTHON) bench/batch_throughput.py

# Changes samples at random and reads them, for 20 minutes. What is found becomes a case in tests/hostile/found.
fuzz:
	$(PYTHON) fuzz/mutate.py --minutes 20

# Changes the code of repair/ and interpret/ and counts the changes that no test notices: make mutants FILES=src/...
mutants:
	$(PYTHON) fuzz/mutants.py $(FILES)

# Builds the wheel, installs it into a fresh virtual environment and runs it on the samples.
dist:
	scripts/dist.sh

clean:
	rm -rf build dist .venv-* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
