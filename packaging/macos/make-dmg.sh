#!/usr/bin/env bash
# Sign the built program for this machine's sake and pack it into a disk image:
#     packaging/macos/make-dmg.sh [VERSION]
# out of dist/借花规划.app it makes dist/jiebei-desktop-VERSION-macos-ARCHITECTURE.dmg.
# Not yet run: written without access to macOS. The signature is an ad-hoc one, with no developer's name behind it:
# Gatekeeper stops the first start, and the user has to allow it under Privacy & Security.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

name=借花规划
app="dist/$name.app"
if [[ ! -d $app ]]; then
    echo "没有 $app，请先运行 PyInstaller / There is no $app: run PyInstaller first" >&2
    exit 1
fi
version=${1:-$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' jiebei_desktop/__init__.py)}
if [[ -z $version ]]; then
    echo "版本号读不出来 / The version could not be read" >&2
    exit 1
fi
target="dist/jiebei-desktop-$version-macos-$(uname -m).dmg"

# PyInstaller signed the files one by one; the bundle as a whole is sealed here, whatever was added since.
codesign --force --deep --sign - "$app"
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
ditto "$app" "$staging/$name.app"
ln -s /Applications "$staging/Applications"
rm -f "$target"

# On build machines the disk is now and then held by an indexer, so a failure is not yet the end.
for attempt in 1 2 3; do
    if hdiutil create -volname "$name" -srcfolder "$staging" -fs HFS+ -format UDZO -ov -quiet "$target"; then
        break
    fi
    if [[ $attempt == 3 ]]; then
        echo "hdiutil 没有做成 / hdiutil failed" >&2
        exit 1
    fi
    sleep 10
done
hdiutil verify -quiet "$target"
echo "$target"
