#!/usr/bin/env bash
# Makes .venv with what `run`, `dev` (tests), `bundle`, `fuzz` or `bench` needs, and Debian's libraries for Qt.
# Does nothing when all of it is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
want=${1:?run, dev, bundle, fuzz or bench}

say() { printf 'chainrule: %s\n' "$*" >&2; }

debian=(libegl1 libgl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0
        libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0)
[ "$want" = run ] || debian+=(xvfb poppler-utils libreoffice-impress graphviz chromium)

[ "$want" != bundle ] || debian+=(binutils patchelf)

# Qt's shared libraries come from the system; on Debian they can be installed here.
install_debian() {
  command -v dpkg-query >/dev/null || return 0
  local missing=() name status
  for name in "${debian[@]}"; do
    # Debian 13 renamed libglib2.0-0 to libglib2.0-0t64; either provides it.
    # dpkg-query fails when either name is unknown, so its output decides, not its exit code.
    status=$(dpkg-query -W -f '${db:Status-Status}\n' "$name" "${name}t64" 2>/dev/null || true)
    grep -qx installed <<<"$status" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then root=(sudo -n)
    else say "these Debian packages are missing and need an administrator: sudo apt-get install ${missing[*]}"; return 0; fi
  fi
  say "installing Debian packages: ${missing[*]}"
  local log; log=$(mktemp)
  { "${root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 \
    || { tail -n 3 "$log" >&2; say "apt-get could not install them; please install by hand: ${missing[*]}"; }
  rm -f "$log"
}

find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
      printf '%s' "$name"; return 0
    fi
  done
  return 1
}

make_venv() {
  [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return 0
  local debian # of its own: Qt's libraries come after
  if ! command -v python3 >/dev/null; then debian=(python3 python3-venv); install_debian; fi
  local python
  python=$(find_python) || { say "Python 3.11 to 3.14 is needed; install the package python3 (and python3-venv)"; return 1; }
  say "making .venv with $("$python" --version)"
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv; debian=(python3-venv); install_debian
    "$python" -m venv .venv >/dev/null || { say "$python cannot make a virtual environment; install the package python3-venv"; return 1; }
  fi
}

# Of the 10,000 modules that tests need few are ever imported: each is compiled then, not all now.
# The stamp holds what was installed for which pyproject.toml, so that a second call is instant.
install_python() {
  local stamp=.venv/installed-$want now
  now=$(cksum <pyproject.toml)
  [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && [ -x .venv/bin/chainrule ] && return 0
  say "installing Python packages"
  if [ "$want" = bench ]; then
    .venv/bin/python -m pip install -q -e '.[dev]'
    # A peer that cannot be installed is left out of the table, not an error.
    local peers peer
    peers=$(.venv/bin/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["bench"])')
    for peer in $peers; do
      .venv/bin/python -m pip install -q "$peer" || say "no $peer here: its column stays empty"
    done
    # It comes along with NodeGraphQt's Qt.py and hides the types that PySide6 itself brings.
    .venv/bin/python -m pip uninstall -q -y types-PySide6 2>/dev/null
  else
    local what='.[dev]' compiled=--no-compile
    case "$want" in run) what=. compiled=--compile ;; bundle | fuzz) what=".[dev,$want]" ;; esac
    .venv/bin/python -m pip install -q "$compiled" --disable-pip-version-check -e "$what" || { say "pip could not install the packages of pyproject.toml; is there a network?"; return 1; }
  fi
  printf '%s' "$now" >"$stamp"
}

make_venv
install_debian & # beside pip, which takes as long
install_python
wait
