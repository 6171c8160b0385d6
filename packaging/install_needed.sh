#!/usr/bin/env bash
# Installs what a fresh Debian 12 lacks to build and run Steward. Does nothing when all is there.
# Usage: packaging/install_needed.sh [test]     "test" adds what only the tests need.
set -euo pipefail

packages=(cmake ninja-build g++ ccache libboost-dev libsodium-dev python3 python3-yaml python3-polib
          libreoffice-calc libreoffice-dev libreoffice-l10n-zh-cn python3-uno poppler-utils
          fonts-dejavu-core fonts-noto-cjk)
if [ "${1:-}" = test ]; then
  packages+=(libgtest-dev libgmock-dev libbenchmark-dev python3-pytest xvfb xdotool imagemagick openbox x11-utils procps
             libnss3-tools openssl)
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Missing: ${missing[*]}. Install them as root, or install sudo." >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq || { echo "apt-get update failed; is there a network?" >&2; exit 1; }
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
  { echo "apt-get could not install: ${missing[*]}" >&2; exit 1; }
