#!/usr/bin/env bash
# Prints the tables of figures; never run by the tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
for table in tests/benchmarks/*.py; do
  printf '\n== %s\n' "$table"
  .venv/bin/python "$table"
done
