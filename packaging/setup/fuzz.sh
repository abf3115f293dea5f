#!/usr/bin/env bash
# Runs each fuzz target for SECONDS_EACH (60 by default) and says how many inputs it tried.
# What it finds interesting is kept in build/fuzz; what crashes lies there as crash-….
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${SECONDS_EACH:-60}
# Atheris keeps what a comparison of arrays gives for ever, so it begins anew now and then.
round=20
failed=0
for target in file text table picture node_link onnx; do
  found=build/fuzz/$target
  mkdir -p "$found"
  seeds=(tests/fuzz/corpus/$target)
  [ "$target" != file ] || seeds+=(resources/examples resources/lessons)
  log=build/fuzz/$target.log
  executions=0
  for ((left = seconds; left > 0; left -= round)); do
    if ! .venv/bin/python tests/fuzz/fuzz.py "$target" -max_total_time=$((left < round ? left : round)) \
      -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$found/" \
      "$found" "${seeds[@]}" >"$log" 2>&1; then
      printf '%-9s FAILED, see %s\n' "$target" "$log"; tail -n 25 "$log"; failed=1
      continue 2
    fi
    executions=$((executions + $(sed -n 's/^stat::number_of_executed_units: *//p' "$log")))
  done
  printf '%-9s %s executions in %s s, no crash\n' "$target" "$executions" "$seconds"
done
exit $failed
