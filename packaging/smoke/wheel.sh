#!/usr/bin/env bash
# Builds wheel and sdist, installs the wheel into an empty venv outside the checkout, uses it there.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
see() { printf '  %s\n' "$*"; }
.venv/bin/python -m build --outdir "$work/dist" . >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
! grep -iE 'warning|deprecat' "$work/log" || exit 1
see "built: $(cd "$work/dist" && ls | tr '\n' ' ')"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check "$work"/dist/*.whl 2>"$work/pip" || { cat "$work/pip"; exit 1; }
cd "$work"
unset PYTHONPATH
export PATH="$work/venv/bin:$PATH"
see "installed: $(chainrule --version)"
python - <<'PY'
import resources
from pathlib import Path
home = Path(resources.__file__).parent
assert "site-packages" in str(home), home
for name in ("fonts/Inter-Regular.ttf", "examples/linear-unit.chainrule", "themes/editor.qss"):
    assert resources.resource(name).is_file(), name
PY
chainrule new "J = 1/2*(w*x+b-y)^2" w=2 x=-2 b=8 y=2 -o unit.chainrule
chainrule evaluate unit.chainrule --json | grep -q '"derivative": -4' && see "evaluate: dJ/dw = -4"
chainrule export unit.chainrule -o unit.png && see "export: unit.png, $(stat -c %s unit.png) bytes"
QT_QPA_PLATFORM=offscreen timeout 60 python - <<'PY'
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
from gui.window import start
def look() -> None:
    window = next(w for w in application.topLevelWidgets() if w.isWindow() and "Chainrule" in w.windowTitle())
    print("  window:", window.windowTitle())
    window.close()
QTimer.singleShot(1500, look)
raise SystemExit(start(["unit.chainrule"]))
PY
