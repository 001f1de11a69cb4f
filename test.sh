#!/usr/bin/env bash
# Installs what the tests need (as root on Debian) and runs all of them. Arguments go to dotnet test.
set -uo pipefail
cd "$(dirname "$0")" || exit 2
command -v dotnet >/dev/null || { echo "test.sh: the .NET 10 SDK is needed" >&2; exit 2; }

installs() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
install() { { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null || exit 2; }

# Pictures are tested with a font that has Chinese letters.
if installs && ! ls /usr/share/fonts/opentype/noto/NotoSansCJK-* >/dev/null 2>&1; then
    install fonts-noto-cjk
fi

# Other people's clients judge the simulator; they are JavaScript. Pages are read in a real browser.
for program in nodejs npm chromium; do
    # Some packages of nodejs bring npm, and do not go with that of Debian.
    if installs && ! command -v "${program%js}" >/dev/null; then install "$program"; fi
done

# Tests start servers of their own: the one that the package would start is neither needed nor wanted.
if installs && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    install postgresql-common
    sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    install postgresql
fi

# Hosts that can be cut off from each other are network namespaces; what is deployed makes certificates.
if installs && ! command -v ip >/dev/null; then install iproute2; fi
if installs && ! command -v openssl >/dev/null; then install openssl; fi

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
