#!/usr/bin/env bash
# Makes a fresh Debian root in FOLDER, with this machine's own mirror, for the smoke tests.
# Needs root and debootstrap. Usage: packaging/smoke/root.sh FOLDER [SUITE]
set -euo pipefail
root=${1:?the folder of the new root}
suite=${2:-bookworm}
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" | head -n 1)
base=/var/tmp/chainrule-root-$suite.tar
if [ ! -e "$base" ]; then
  work=$(mktemp -d)
  debootstrap --variant=minbase "$suite" "$work/root" "$mirror" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 1; }
  tar -C "$work/root" -cf "$base" .
  rm -rf "$work"
fi
mkdir -p "$root"
tar -C "$root" -xf "$base"
# How this machine reaches its mirrors holds in the root, too.
cp /etc/apt/sources.list.d/* "$root/etc/apt/sources.list.d/" 2>/dev/null || true
for file in /etc/apt/sources.list /etc/resolv.conf /etc/hosts /etc/pip.conf; do
  [ -e "$file" ] && cp -L "$file" "$root$file"
done
[ -s /etc/apt/sources.list ] || rm -f "$root/etc/apt/sources.list"
find /etc/apt/apt.conf.d -type f -exec cp {} "$root/etc/apt/apt.conf.d/" \;
mkdir -p "$root/usr/local/share/ca-certificates" "$root/etc/ssl"
cp -rL /etc/ssl/certs "$root/etc/ssl/"
# The package ca-certificates, installed later, writes its list anew: from here, too.
cp -L /etc/ssl/certs/ca-certificates.crt "$root/usr/local/share/ca-certificates/machine.crt" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
