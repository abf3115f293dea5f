#!/usr/bin/env bash
# Installs dist/chainrule.deb into a fresh Debian root, uses it there as a user would, removes it.
# Needs root; prints one line for each thing seen, and fails at the first that is not so.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$(mktemp -d /var/tmp/chainrule-deb-XXXX)
FORMATS="png svg pdf pptx gif apng html tex dot mmd py"  # the bundle must carry the parts for each
[ -n "${KEEP:-}" ] || trap 'packaging/smoke/leave.sh "$root"' EXIT
packaging/smoke/root.sh "$root"
cp dist/chainrule.deb "$root/tmp/"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
see() { printf '  %s\n' "$*"; }
expect() { inside bash -c "$2" >/dev/null || { printf '  NOT SO: %s\n' "$1"; exit 1; }; see "$1"; }
list() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./root -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/log -o -path ./var/lib/dpkg -o -path ./run -o -name '*.pyc' \) -prune -o -print | LC_ALL=C sort); }

inside apt-get update -qq
# What opens files by their type and what shows windows is the desktop's, not the package's.
inside apt-get install -y -qq --no-install-recommends xvfb xauth xdotool xdg-utils shared-mime-info desktop-file-utils procps hicolor-icon-theme libglib2.0-bin x11-apps bash-completion >/dev/null 2>&1
inside apt-get satisfy -y -qq --no-install-recommends "$(dpkg-deb -f dist/chainrule.deb Depends)" >/dev/null 2>&1
list >"$root/tmp/before"
expect "there is no Python in this root" '! command -v python3'
inside apt-get install -y -qq /tmp/chainrule.deb >/dev/null 2>&1
see "installed: $(inside chainrule --version)"
inside chainrule new "J = 1/2*(w*x+b-y)^2" w=2 x=-2 b=8 y=2 -o /tmp/unit.chainrule
expect "evaluate: dJ/dw = -4" "chainrule evaluate /tmp/unit.chainrule --json | grep -q '\"derivative\": -4'"
expect "check: all agree" "chainrule check /tmp/unit.chainrule | grep -q 'all 2 agree'"
for suffix in $FORMATS; do
  expect "export: unit.$suffix" "chainrule export /tmp/unit.chainrule -o /tmp/unit.$suffix && test -s /tmp/unit.$suffix"
done
expect "export: a slide for each step, with notes" "chainrule export /tmp/unit.chainrule -o /tmp/steps.pptx --steps && test -s /tmp/steps.pptx"
expect "a .chainrule file has its type by its name" "gio info -a standard::content-type /tmp/unit.chainrule | grep -q application/vnd.chainrule+json"
expect "and by its contents" "cp /tmp/unit.chainrule /tmp/nameless && gio info -a standard::content-type /tmp/nameless | grep -q application/vnd.chainrule+json"
expect "and is opened by Chainrule" "xdg-mime query default application/vnd.chainrule+json | grep -qx chainrule.desktop"
expect "man page and completion are there" "test -s /usr/share/man/man1/chainrule.1.gz && bash -c '. /usr/share/bash-completion/completions/chainrule && complete -p chainrule'"
cat >"$root/tmp/open" <<'SH'
# The screen's number is asked for: a root shares those of the machine.
Xvfb -displayfd 1 -screen 0 1400x900x24 >/tmp/display 2>/tmp/xvfb.log & screen=$!
for _ in $(seq 100); do [ -s /tmp/display ] && break; sleep 0.2; done
export DISPLAY=:$(cat /tmp/display)
gio open /tmp/unit.chainrule
for _ in $(seq 100); do
  window=$(xdotool search --onlyvisible --name Chainrule 2>/dev/null | head -n 1)
  [ -n "$window" ] && break
  sleep 0.2
done
title=$(xdotool getwindowname "$window")
echo "  its window: $title"
xwd -root -silent >/tmp/screen.xwd
kill "$(xdotool getwindowpid "$window")"
sleep 1
kill $screen
case "$title" in unit*) ;; *) exit 1 ;; esac
SH
expect "double-clicked, it opens in a window" "sh /tmp/open >&2"
[ -z "${PICTURE:-}" ] || cp "$root/tmp/screen.xwd" "$PICTURE"
inside apt-get remove -y -qq chainrule >/dev/null 2>&1
inside dpkg --purge chainrule >/dev/null 2>&1
inside apt-get autoremove -y -qq >/dev/null 2>&1 || true
list >"$root/tmp/after"
left=$(comm -13 "$root/tmp/before" "$root/tmp/after" | grep -i chainrule || true)
[ -z "$left" ] && see "removed: nothing is left" || { printf 'left behind:\n%s\n' "$left"; exit 1; }
