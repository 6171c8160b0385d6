#!/usr/bin/env bash
# Shows the main job: puts a workbook under control, posts to it, prints what was allowed and what was stopped, and leaves
# the controlled workbook and its report under build/try/.
# Usage: packaging/try.sh [WORKBOOK] [OPTION=VALUE …] [--gui]      --gui opens the result in a window
# An option answers what Steward asks before it sets up control, e.g. year=2026.
set -euo pipefail
start=$PWD
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }

workbook="" gui=no answers=()
for argument in "$@"; do
  case $argument in
    --gui) gui=yes ;;
    *=*) answers+=("$argument") ;;
    -*) echo "Unknown option $argument. Usage: packaging/try.sh [WORKBOOK] [--gui]" >&2; exit 2 ;;
    *) workbook=$(cd "$start" && realpath "$argument") ;;
  esac
done
[ -z "$workbook" ] || [ -f "$workbook" ] || { echo "There is no file $workbook." >&2; exit 2; }

step "Installing what is missing"
packaging/install_needed.sh

step "Building the extension"
cmake --preset release -DSTEWARD_BENCH=OFF >/dev/null
cmake --build --preset release --parallel "$(nproc)"

step "Putting the workbook under control"
/usr/bin/python3 -B packaging/try/main_job.py ${workbook:+"$workbook"} ${answers[@]+"${answers[@]}"}

if [ "$gui" = yes ]; then
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || { echo "There is no display to open a window on." >&2; exit 1; }
  step "Opening the result"
  /usr/bin/python3 -B packaging/try/open_result.py
fi
