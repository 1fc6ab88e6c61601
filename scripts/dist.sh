#!/usr/bin/env bash
# Builds the wheel, installs it into a fresh virtual environment outside the checkout, and runs it on the samples.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
python=${PYTHON:-python3}
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
rm -rf dist
"$python" -m venv "$fresh/build"
"$fresh/build/bin/python" -m pip install -q build
"$fresh/build/bin/python" -m build --outdir dist . >"$fresh/build.log" || { tail "$fresh/build.log"; exit 1; }
"$python" -m venv "$fresh/venv"
"$fresh/venv/bin/python" -m pip install -q dist/*.whl
for sample in samples/*; do
  (cd "$fresh" && venv/bin/planparse extract -q "$root/$sample" -o "out/$(basename "$sample")/")
  cmp "$fresh/out/$(basename "$sample")/plan.json" golden/halton-2016-19/plan.json && echo "$sample: as golden"
done
(cd "$fresh" && venv/bin/planparse schema plan >/dev/null && venv/bin/planparse vocabulary >/dev/null)
ls -l dist
