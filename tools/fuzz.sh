#!/bin/sh
# Builds the fuzz targets and feeds each random input for FUZZ_SECONDS (20) seconds, starting from the samples.
# Fails on the first crash, hang, leak or sanitizer report; libFuzzer then names the file that holds the input.
set -eu
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-20}

cmake --preset asan
cmake --build --preset asan -j "${JOBS:-$(nproc)}"
found=0
for target in build/asan/fuzz/*_fuzz; do
  [ -x "$target" ] || continue
  found=$((found + 1))
  name=$(basename "$target")
  corpus=build/asan/corpus/$name
  mkdir -p "$corpus"
  seeds=""
  [ -d "fuzz/seeds/$name" ] && seeds="fuzz/seeds/$name"
  echo "fuzz: $name, $seconds seconds"
  "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=0 -verbosity=0 \
    -artifact_prefix="build/asan/$name-" "$corpus" $seeds
done
if [ "$found" = 0 ]; then
  echo "fuzz: no targets in build/asan/fuzz" >&2
  exit 1
fi
echo "fuzz: $found targets, nothing found"
