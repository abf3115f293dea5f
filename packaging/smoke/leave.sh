#!/usr/bin/env bash
# Unmounts and removes a root that packaging/smoke/root.sh made.
set -euo pipefail
root=${1:?the folder of the root}
[ -e "$root/etc/debian_version" ] && [ "$(realpath "$root")" != / ]
umount -R -l "$root/dev" "$root/proc" 2>/dev/null || true
mountpoint -q "$root/dev" && { echo "still mounted: $root/dev" >&2; exit 1; }
rm -rf --one-file-system "$root"
