#!/usr/bin/env bash
# Does the simulation see what it should? Each patch of tests/Proofs/mutants plants one bug into a copy of the source; the simulation must
# break an invariant within 1000 seeds. Prints a table, and fails when a bug is not found. Arguments: names of patches, all by default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

root=$PWD
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
most_seeds=1000
quick=(-c Release --no-restore -v quiet --nologo -clp:ErrorsOnly -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false)
hunt=$copy/artifacts/bin/Hunt/release/FollowUpBot.Hunt.dll

build() {
  dotnet build "$copy/tests/Proofs/hunt/Hunt.csproj" "${quick[@]}" >"$copy/build.log" || { cat "$copy/build.log"; return 1; }
}

git ls-files --cached --others --exclude-standard -- src tests/Proofs manifest '*.props' '*.targets' '*.json' '*.txt' .editorconfig \
  | grep -v '^tests/e2e\|^tools/' | tar -cf - -T - | tar -xf - -C "$copy"
dotnet restore "$copy/tests/Proofs/hunt/Hunt.csproj" --locked-mode -v quiet
build
dotnet "$hunt" 1 50 | head -1
printf '%-44s %6s  %s\n' mutant seed invariant

survived=0
mutants=0
found=0
for patch in "$root"/tests/Proofs/mutants/*.patch; do
  name=$(basename "$patch" .patch)
  [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
  mutants=$((mutants + 1))
  git -C "$copy" apply "$patch"
  build
  output=$(dotnet "$hunt" 1 $most_seeds) || true
  grep -q '^simulation: ' <<<"$output" # it ran
  if line=$(grep -m1 '^seed ' <<<"$output"); then
    seed=${line#seed }
    printf '%-44s %6s  %s\n' "$name" "${seed%%:*}" "${line#*: }" | cut -c1-140
    found=$((found + 1))
  else
    printf '%-44s %6s  %s\n' "$name" '-' "not found within $most_seeds seeds"
    survived=$((survived + 1))
  fi
  git -C "$copy" apply -R "$patch"
done

echo "$mutants planted bugs in ${SECONDS}s: $found found, $survived not found"
[ "$survived" -eq 0 ] && [ "$mutants" -gt 0 ]
