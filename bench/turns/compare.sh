#!/usr/bin/env bash
# Runs ours, published as it is deployed, and an echo bot of npm botbuilder one after the other on this machine, with tokens checked in both,
# and puts the table into docs/performance.md. Usage: bench/turns/compare.sh    (needs the .NET SDK, node and npm)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
(cd "$here" && npm ci --no-audit --no-fund --silent)
ours="$root/artifacts/turns"
dotnet publish "$root/src/Bot" -c Release -r linux-x64 --no-self-contained -o "$ours" -v quiet --nologo >&2
{
  node "$here/measure.mjs" ours "$ours"
  node "$here/measure.mjs" botbuilder
} | node "$here/table.mjs" "$root/docs/performance.md"
