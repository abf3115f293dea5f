#!/usr/bin/env bash
# Format, lint, types, import contracts, tests; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
# One BLAS thread per test process: the cores are taken by the processes.
export OPENBLAS_NUM_THREADS=1
step() { printf '\n== %s\n' "$*"; }
step format;  .venv/bin/ruff format --check .
step lint;    .venv/bin/ruff check .
step types;   .venv/bin/mypy --num-workers auto
step imports; .venv/bin/lint-imports
# The engine's own tests reach its lines and branches; only they are slowed by the counting.
step tests of the engine, every line counted
.venv/bin/python -m pytest -q -n auto tests/engine engine \
  --cov=engine --cov-report=term-missing:skip-covered
step tests of all else; .venv/bin/python -m pytest -q -n auto tests gui --ignore=tests/engine
