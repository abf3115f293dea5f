#!/usr/bin/env bash
# Packs dist/Chainrule.app as dist/chainrule-VERSION-MACHINE.dmg (arm64, x86_64), beside a shortcut to Applications.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R dist/Chainrule.app "$stage/"
ln -s /Applications "$stage/Applications"
# Without a developer's certificate the app is signed ad hoc: macOS asks once before it opens it.
codesign --force --deep --sign - "$stage/Chainrule.app"
hdiutil create -volname Chainrule -srcfolder "$stage" -ov -format UDZO "dist/chainrule-$version-$(uname -m).dmg"
