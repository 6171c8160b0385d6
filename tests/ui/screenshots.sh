#!/usr/bin/env bash
# Pictures of every dialog, the menu, the sidebar at three widths, report, dashboard and every template, in English and
# Chinese, for looking at. Usage: tests/ui/screenshots.sh [FOLDER]   (default build/pictures)
set -euo pipefail
cd "$(dirname "$0")/../.."
folder="${1:-build/pictures}"
for language in en-US zh-CN; do
  /usr/bin/python3 -B tests/ui/take_pictures.py "$language" "$folder/$language"
done
echo "Pictures are in $folder"
