#!/bin/sh
# Installs the Debian packages that Isnad is built with, if some are missing; with --clang also what the sanitizers
# and fuzz targets need, with --dev what `make format` and `make lint` need.
# Needs root or sudo for that; without either it names what is missing and stops. Says nothing where nothing is missing.
set -eu

packages="g++ cmake ninja-build pkg-config libfmt-dev libicu-dev libyaml-cpp-dev libsimdjson-dev libcli11-dev libxxhash-dev libgtest-dev
  libbenchmark-dev libeigen3-dev libsqlite3-dev libzstd-dev libarchive-dev
  libxml2-dev libgeonames-dev"
case "${1:-}" in
  --clang) packages="$packages clang libclang-rt-14-dev" ;;
  --dev) packages="$packages clang-format clang-tidy" ;;
esac

if ! command -v dpkg-query > /dev/null; then
  echo "setup: this is no Debian. Install what these packages hold, then run the cmake lines of the Makefile:" >&2
  echo "  $(echo $packages)" >&2
  command -v cmake > /dev/null || exit 1
  exit 0
fi

missing=""
for p in $packages; do
  dpkg-query -W -f '${Status}' "$p" 2> /dev/null | grep -q 'install ok installed' || missing="$missing $p"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo > /dev/null && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
  as_root="sudo"
else
  echo "setup: these Debian packages are missing:$missing" >&2
  echo "setup: neither root nor sudo here; ask someone who is to run:" >&2
  echo "  apt-get update && apt-get install -y --no-install-recommends$missing" >&2
  exit 1
fi

echo "setup: installing$missing"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null
echo "setup: done"
