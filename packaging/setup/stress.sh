#!/usr/bin/env bash
# Everything at once for MINUTES (10 by default), then editors killed while they save and edit, a
# hundred windows opened and closed, each shortcut amid whatever can be in the hand, all searches with
# other draws than ever, and ten thousand random steps of the hands.
set -euo pipefail
cd "$(dirname "$0")/../.."
export QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1 PYTHONPATH="$PWD:$PWD/tests/support"
.venv/bin/python tests/stress/stress.py "${MINUTES:-10}"
SAVE_KILLS=200 CRASH_ROUNDS=50 .venv/bin/python -m pytest -q -s -p no:cacheprovider -o timeout=1800 \
  tests/engine/formats/test_whole_file.py -k killed tests/gui/safety/test_journal.py
CYCLES=100 .venv/bin/python -m pytest -q -p no:cacheprovider -o timeout=1800 \
  tests/gui/window/test_main_window.py -k leave_nothing_behind
SHORTCUTS=all .venv/bin/python -m pytest -q -p no:cacheprovider tests/gui/canvas/test_shortcuts_amid.py
for _ in 1 2 3 4 5; do # searches draw something else each time
  .venv/bin/python -m pytest -q -n auto -p no:cacheprovider -m hypothesis \
    --hypothesis-profile search tests
done
HANDS_STEPS=10000 .venv/bin/python -m pytest -q -p no:cacheprovider -o timeout=3600 \
  --hypothesis-profile search tests/gui/canvas/test_random_hands.py
