#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# Everything that a package has to carry lands where the desktop looks for it. Usage: test-install.sh BUILD-ROOT PREFIX
set -u
prefix=$2
staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT

echo 1..12
if DESTDIR=$staged meson install -C "$1" --no-rebuild --quiet >"$staged/log" 2>&1; then
  echo 'ok 1 meson install'
else
  echo 'not ok 1 meson install'
  sed 's/^/# /' "$staged/log"
fi

n=1
while read -r path; do
  n=$((n + 1))
  if [ -s "$staged$prefix/$path" ]; then echo "ok $n $path"; else echo "not ok $n $path is not installed"; fi
done <<'END'
bin/shegong-atlas
share/applications/org.shegong.Atlas.desktop
share/metainfo/org.shegong.Atlas.metainfo.xml
share/glib-2.0/schemas/org.shegong.Atlas.gschema.xml
share/icons/hicolor/scalable/apps/org.shegong.Atlas.svg
share/icons/hicolor/symbolic/apps/org.shegong.Atlas-symbolic.svg
share/mime/packages/org.shegong.Atlas.xml
share/locale/zh_CN/LC_MESSAGES/shegong-atlas.mo
share/shegong-atlas/dataset/figures.csv
share/shegong-atlas/dataset/regions.csv
share/shegong-atlas/published.atlas
END
