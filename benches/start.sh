#!/usr/bin/env bash
# Start of the window against a bare one, and frames at rest (benches/start.rs), on a virtual screen. Needs Xvfb and
# mesa-vulkan-drivers; takes about two minutes once built.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo bench --locked --bench start --no-run
# The server picks a free number and writes it once it is ready; it must not start anew whenever its last client leaves.
number=$(mktemp)
Xvfb -displayfd 1 -screen 0 1280x900x24 -noreset >"$number" 2>/dev/null &
screen=$!
trap 'kill $screen 2>/dev/null || true; rm -f "$number"' EXIT
for _ in $(seq 300); do
  if grep -q . "$number"; then break; fi
  sleep 0.1
done
grep -q . "$number" || { echo "FAULT: the virtual screen did not come" >&2; exit 1; }
DISPLAY=:$(cat "$number") cargo bench --locked --bench start
