#!/bin/sh
# Makes what compose.yaml needs beside itself: secrets/ and workspace/, owned by the users within the containers. Run it once, as
# root, in the folder of compose.yaml (or name another). What is there already is kept.
set -eu
folder=${1:-$(dirname "$0")}
secrets=$folder/secrets
jinbang=1654 # the user of Jinbang's image
postgres=999 # the user of PostgreSQL's image
[ "$(id -u)" = 0 ] || { echo "prepare.sh: run it as root, since the files belong to users of the containers" >&2; exit 2; }
umask 077
mkdir -p "$secrets" "$folder/workspace"
chown "$jinbang" "$folder/workspace"

if [ ! -e "$secrets/postgres-password" ]; then
    openssl rand -hex 24 >"$secrets/postgres-password"
fi
if [ ! -e "$secrets/pgpass" ]; then
    echo "*:*:*:jinbang:$(cat "$secrets/postgres-password")" >"$secrets/pgpass"
fi
if [ ! -e "$secrets/jinbang.env" ]; then
    echo "# Keys of providers, such as DASHSCOPE_API_KEY=…" >"$secrets/jinbang.env"
fi

# Whoever has a certificate of this authority is a silo, by whatever name. Its key is needed again only for more certificates:
# keep it elsewhere.
if [ ! -e "$secrets/authority.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Jinbang silos" \
        -keyout "$secrets/authority-key.pem" -out "$secrets/authority.pem" 2>/dev/null
fi
if [ ! -e "$secrets/silo.pem" ]; then
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=jinbang" \
        -keyout "$secrets/silo-key.pem" -out "$secrets/silo.csr" 2>/dev/null
    openssl x509 -req -in "$secrets/silo.csr" -CA "$secrets/authority.pem" -CAkey "$secrets/authority-key.pem" -CAcreateserial \
        -days 825 -out "$secrets/silo.pem" 2>/dev/null
    rm -f "$secrets/silo.csr" "$secrets/authority.srl"
fi

# For a try-out: browsers warn of it. Put your own here, certificate and key in one file.
if [ ! -e "$secrets/site.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=localhost" \
        -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout "$secrets/site-key.pem" -out "$secrets/site-certificate.pem" 2>/dev/null
    cat "$secrets/site-certificate.pem" "$secrets/site-key.pem" >"$secrets/site.pem"
    rm "$secrets/site-certificate.pem" "$secrets/site-key.pem"
fi

chown "$postgres" "$secrets/postgres-password"
chown "$jinbang" "$secrets/pgpass" "$secrets/jinbang.env" "$secrets/authority.pem" "$secrets/silo.pem" "$secrets/silo-key.pem" "$secrets/site.pem"
