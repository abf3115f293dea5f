#!/usr/bin/env bash
# Clones this checkout into a fresh Debian root with git, make and Python, and runs the two commands.
# Needs root. Usage: packaging/smoke/checkout.sh [run|test|both]
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-both}
root=$(mktemp -d /var/tmp/chainrule-checkout-XXXX)
trap 'packaging/smoke/leave.sh "$root"' EXIT
packaging/smoke/root.sh "$root"
git clone -q . "$root/root/chainrule"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends git make python3 python3-venv >/dev/null 2>&1
[ "$what" = test ] || { inside make -C /root/chainrule run; inside test -x /root/chainrule/.venv/bin/chainrule; }
[ "$what" = run ] || inside make -C /root/chainrule test
