#!/usr/bin/env bash
# Runs the tests on each Python version that is promised, each in a virtual environment of its own.
# An interpreter is found by its name (python3.12) or among those of pyenv. Says plainly which one is missing.
set -u
cd "$(dirname "$0")/.." || exit 1

find_python() {
  local candidate
  for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1"*/bin/python; do
    if command -v "$candidate" >/dev/null && "$candidate" -c "import sys; raise SystemExit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

failed=() missing=() passed=()
for version in ${*:-3.11 3.12 3.13}; do
  if ! python=$(find_python "$version"); then
    missing+=("$version")
    continue
  fi
  venv=".venv-$version"
  echo "== Python $version ($python)"
  if "$python" -m venv "$venv" && "$venv/bin/python" -m pip install -q -e '.[dev]' && "$venv/bin/python" -m pytest; then
    passed+=("$version")
  else
    failed+=("$version")
  fi
done

echo "passed: ${passed[*]:-none}"
[ ${#failed[@]} -eq 0 ] || echo "failed: ${failed[*]}"
[ ${#missing[@]} -eq 0 ] || echo "not on this machine, so not tested: ${missing[*]}"
[ ${#failed[@]} -eq 0 ] && [ ${#missing[@]} -eq 0 ]
