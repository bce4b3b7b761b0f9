#!/usr/bin/env bash
# Runs ours and the peers on the same phrases on this machine and puts the table into docs/performance.md.
# Ours is published as the bot is deployed: compiled ahead of time. Usage: bench/peers/compare.sh    (needs the .NET SDK, node and npm)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
phrases="$root/tests/data/next-step/dev.jsonl"
(cd "$here" && npm ci --no-audit --no-fund --silent)
ours="$root/artifacts/peers"
dotnet publish "$root/bench" -c Release -r linux-x64 --no-self-contained -o "$ours" -v quiet --nologo >&2
{
  dotnet "$ours/FollowUpBot.Bench.dll" percentiles "$phrases"
  node "$here/measure.mjs" chrono "$phrases"
  node "$here/measure.mjs" recognizers "$phrases"
} | node "$here/table.mjs" "$root/docs/performance.md"
