#!/usr/bin/env bash
# Packs dist/chainrule as dist/chainrule.deb: program, desktop entry, icons, file type, man page.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
date=$(git log -1 --format=%cs)
root=build/deb
share=$root/usr/share
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$share"/{applications,mime/packages,metainfo} \
  "$share"/{doc/chainrule,man/man1,bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
cp -r dist/chainrule "$root/usr/lib/chainrule"
ln -s ../lib/chainrule/chainrule "$root/usr/bin/chainrule"
cp packaging/linux/chainrule.desktop "$share/applications/"
cp packaging/linux/chainrule-mime.xml "$share/mime/packages/chainrule.xml"
sed "s/@VERSION@/$version/; s/@DATE@/$date/" packaging/linux/org.chainrule.Chainrule.metainfo.xml \
  >"$share/metainfo/org.chainrule.Chainrule.metainfo.xml"
for icon in build/icons/chainrule-*.png; do
  size=${icon##*-}; size=${size%.png}
  [ "$size" -le 512 ] || continue
  folder=$share/icons/hicolor/${size}x$size
  mkdir -p "$folder/apps" "$folder/mimetypes"
  cp "$icon" "$folder/apps/chainrule.png"
  cp "$icon" "$folder/mimetypes/application-vnd.chainrule+json.png"
done
mkdir -p "$share/icons/hicolor/scalable/apps"
cp resources/icons/chainrule.svg "$share/icons/hicolor/scalable/apps/"
.venv/bin/python packaging/linux/reference.py build/reference
gzip -9n <build/reference/chainrule.1 >"$share/man/man1/chainrule.1.gz"
cp build/reference/chainrule.bash "$share/bash-completion/completions/chainrule"
cp build/reference/_chainrule "$share/zsh/vendor-completions/_chainrule"
cp build/reference/chainrule.fish "$share/fish/vendor_completions.d/chainrule.fish"
.venv/bin/python packaging/guide.py "$share/doc/chainrule/guide"
gzip -9n <CHANGELOG.md >"$share/doc/chainrule/changelog.gz"
{
  cat <<'TXT'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Chainrule

Files: *
Copyright: The Chainrule developers
License: MIT

Files: usr/lib/chainrule/*
Comment: Qt and PySide6 under the LGPL 3, some system libraries under the LGPL 2.1 (the texts are in
 usr/lib/chainrule/_internal/resources/licences); their libraries lie beside the program and may be
 replaced; all parts and their licences are listed by Help, About Chainrule.
License: MIT and others

TXT
  printf 'License: MIT\n'; sed 's/^$/./; s/^/ /' LICENSE
} >"$share/doc/chainrule/copyright"
# Libraries that the bundle leaves to the system, because they belong to its drivers and its screen.
cat >"$root/DEBIAN/control" <<TXT
Package: chainrule
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Chainrule developers <chainrule@users.noreply.github.com>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: libc6, libegl1, libgl1, libglib2.0-0 | libglib2.0-0t64, libfontconfig1, libfreetype6, libdbus-1-3, libxkbcommon0, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libxkbcommon-x11-0
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: education
Priority: optional
Description: editor for computation graphs and backpropagation
 Drag operations onto a canvas, connect them, and every edge shows its value
 and its derivative, live. Step through the forward and backward pass, train
 the parameters, export pictures and slides. With a command line.
TXT
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +
dpkg-deb --root-owner-group -Zxz -z4 --build "$root" dist/chainrule.deb >/dev/null
echo "dist/chainrule.deb: $(du -m dist/chainrule.deb | cut -f1) MB"
