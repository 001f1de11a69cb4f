#!/usr/bin/env bash
# Installs what the tests need (as root on Debian) and runs all of them. Arguments go to dotnet test.
set -uo pipefail
cd "$(dirname "$0")" || exit 2
command -v dotnet >/dev/null || { echo "test.sh: the .NET 10 SDK is needed" >&2; exit 2; }

# Pictures are tested with a font that has Chinese letters.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! ls /usr/share/fonts/opentype/noto/NotoSansCJK-* >/dev/null 2>&1; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fonts-noto-cjk; } >/dev/null || exit 2
fi

# Other people's clients judge the simulator; they are JavaScript. Pages are read in a real browser.
for program in nodejs npm chromium; do
    # Some packages of nodejs bring npm, and do not go with that of Debian.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v "${program%js}" >/dev/null; then
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$program"; } >/dev/null || exit 2
    fi
done
if command -v npm >/dev/null && ! [ tests/sdk-referees/node_modules/.package-lock.json -nt tests/sdk-referees/package-lock.json ]; then
    npm ci --prefix tests/sdk-referees --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null || exit 2
fi

# A compiler that stays warm builds the dozen projects in half the time. Where that is switched off, it goes when the tests end.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ "${UseSharedCompilation:-true}" = false ]; then
    export UseSharedCompilation=true
    trap 'rm -f "$log"; dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1' EXIT
fi

# Some tests run the program as a stranger does.
./jinbang --version >/dev/null || exit 2

# A snapshot that is missing fails instead of being written.
export SNAPSHOOTER_STRICT_MODE=on

dotnet test --solution Jinbang.slnx -c Release "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
awk '/^  (succeeded|failed|skipped): *[0-9]+/ { gsub(":", "", $1); n[$1] = $2 }
     END { printf "%d passed, %d failed, %d skipped\n", n["succeeded"], n["failed"], n["skipped"] }' "$log"
exit "$code"
