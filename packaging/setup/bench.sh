#!/usr/bin/env bash
# Prints the tables of figures; never run by the tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen
# Every library on one thread: what is compared is the work, not the number of cores.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
export XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
for table in tests/benchmarks/*.py; do
  printf '\n== %s\n' "$table"
  .venv/bin/python -u "$table"
done
