#!/usr/bin/env bash
# Builds Steward and runs every test: pure, under sanitizers, in headless LibreOffice, in a real window.
# Installs what is missing first. Ends with ctest's summary. Usage: tests/run.sh [ctest options, e.g. -R office]
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$1"; }

step "Installing what is missing"
packaging/install_needed.sh test

step "Building the pure code under address and undefined-behaviour sanitizers"
cmake --preset asan >/dev/null
cmake --build --preset asan --parallel "$(nproc)"

step "Building the extension, its tests and benchmarks"
cmake --preset dev -DSTEWARD_SANITIZED_TESTS="$PWD/build/asan" >/dev/null
cmake --build --preset dev --parallel "$(nproc)"

step "Running every test"
ctest --test-dir build/dev --output-on-failure --parallel "$(nproc)" "$@"
