# Keeps one private PostgreSQL for all test processes of this user: started by the first, stopped and deleted after the last.
# Arguments: directory, server binaries, fsync on|off, ports to try. Writes "port <n>" or "failed <why>", then lives as long
# as its standard input stays open, that is exactly as long as the process of the tests, however that process ends.
directory=$1; binaries=$2; fsync=$3; shift 3

umask 022
mkdir -p "$directory"
chmod 755 "$directory"
exec 9>"$directory/starting"
flock 9
: >>"$directory/users"
data=$directory/data
log=$directory/server.log

server() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi </dev/null >>"$log" 2>&1 8>&- 9>&-
}

discard() {
    [ -f "$data/postmaster.pid" ] && server "$binaries/pg_ctl" stop -D "$data" -m immediate -w -t 20
    rm -rf "$data" "$directory/port"
}

start() {
    : >"$log"
    mkdir "$data"
    if [ "$(id -u)" = 0 ]; then chown postgres "$data" "$log"; fi
    server "$binaries/initdb" -D "$data" -U crm --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync || return 1
    for port; do
        settings="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c max_connections=400"
        settings="$settings -c fsync=$fsync -c synchronous_commit=$fsync -c full_page_writes=$fsync -c autovacuum_naptime=30s"
        if [ "$fsync" = off ]; then settings="$settings -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB -c jit=off"; fi
        if server "$binaries/pg_ctl" start -D "$data" -l "$log" -w -t 60 -o "$settings"; then
            echo "$port" >"$directory/port"
            return 0
        fi
    done
    return 1
}

# Nobody holds the file: what lies here was left behind by processes that were killed together with their keepers.
if flock -n -x "$directory/users" true; then
    discard
    if ! start "$@"; then
        echo "failed $(tail -n 3 "$log" | tr '\n' ' ')"
        discard
        exit 1
    fi
fi

exec 8<"$directory/users"
flock -s 8
echo "port $(cat "$directory/port")"
flock -u 9
exec >&- 2>&-
cat >/dev/null

flock 9
exec 8<&-
if flock -n -x "$directory/users" true; then discard; fi
