#!/bin/sh
# A Postfix of its own on loopback that accepts everything and delivers nothing. The system's Postfix is not touched.
#
#   private_postfix.sh start DIR PORT     DIR must not exist yet, or be empty, and the user postfix must be able to reach
#                                         it (mktemp -d alone is closed to it: chmod 711); returns when the port answers
#   private_postfix.sh stop DIR           returns when the last process has ended; DIR/mail.log stays
#
# Every message goes to the discard: transport: it gets a queue id, a line with its number of recipients (nrcpt=), and is
# gone. count_queue_ids.py counts them in DIR/mail.log. Needs root and the package postfix.
#
# Environment, all optional:
#   POSTFIX_TLS_CERT, POSTFIX_TLS_KEY     PEM files; offers STARTTLS
#   POSTFIX_SMTPUTF8=yes                  offers SMTPUTF8 (default: no)
#   POSTFIX_SETTINGS                      more lines for main.cf
set -eu

say() { echo "private_postfix: $*" >&2; }
die() { say "$*"; exit 1; }
usage() { say "usage: private_postfix.sh start DIR PORT | stop DIR"; exit 64; }

master_pid() { tr -d ' ' 2>/dev/null <"$1/queue/pid/master.pid" || true; }

# A zombie has ended; in a container without an init nobody may ever collect it.
is_running() { [ -n "$1" ] && [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

answers() {
    python3 - "$1" <<'PYTHON'
import socket, sys
try:
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=2) as connection:
        connection.settimeout(5)
        sys.exit(0 if connection.recv(200).startswith(b"220") and not connection.sendall(b"QUIT\r\n") else 1)
except OSError:
    sys.exit(1)
PYTHON
}

needs() {
    PATH="$PATH:/usr/sbin:/sbin"
    [ "$(id -u)" = 0 ] || die "Postfix changes its user and so must be started by root; run this as root"
    command -v postfix >/dev/null || die "postfix is not installed; apt-get install postfix"
    command -v python3 >/dev/null || die "python3 is not installed; apt-get install python3"
    id postfix >/dev/null 2>&1 || die "there is no user 'postfix'; apt-get install --reinstall postfix"
}

configure() {
    mkdir -p "$1/conf" "$1/queue" "$1/data"
    # Postfix runs most of itself as the user postfix and refuses directories that others may write.
    chmod 755 "$1" "$1/conf" "$1/queue"
    chmod 700 "$1/data"
    chown root "$1" "$1/conf" "$1/queue"
    chown postfix "$1/data"
    setpriv --reuid postfix --clear-groups test -x "$1/queue" ||
        die "the user postfix cannot reach '$1'; chmod 711 the directories above it, or choose another place"
    cat >"$1/conf/main.cf" <<MAIN
compatibility_level = 3.6
queue_directory = $1/queue
data_directory = $1/data
maillog_file = $1/mail.log
maillog_file_prefixes = $1
syslog_name = private-postfix
command_directory = $(postconf -d -h command_directory)
daemon_directory = $(postconf -d -h daemon_directory)

inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.example
mydomain = relay.example
myorigin = relay.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
smtpd_client_connection_count_limit = 0
smtputf8_enable = ${POSTFIX_SMTPUTF8:-no}

# Nothing leaves the machine: every way out ends here, bounces too.
default_transport = discard:
relay_transport = discard:
local_transport = discard:
virtual_transport = discard:
transport_maps =
relayhost =
alias_maps =
alias_database =
local_recipient_maps =
notify_classes =
biff = no
enable_long_queue_ids = yes
MAIN
    if [ -n "${POSTFIX_TLS_CERT:-}" ]; then
        [ -r "$POSTFIX_TLS_CERT" ] || die "cannot read the certificate in POSTFIX_TLS_CERT"
        [ -r "${POSTFIX_TLS_KEY:-}" ] || die "POSTFIX_TLS_CERT needs POSTFIX_TLS_KEY, a readable PEM file"
        cat >>"$1/conf/main.cf" <<TLS
smtpd_tls_security_level = may
smtpd_tls_cert_file = $(realpath "$POSTFIX_TLS_CERT")
smtpd_tls_key_file = $(realpath "$POSTFIX_TLS_KEY")
smtpd_tls_loglevel = 1
TLS
    fi
    [ -z "${POSTFIX_SETTINGS:-}" ] || printf '%s\n' "$POSTFIX_SETTINGS" >>"$1/conf/main.cf"

    # service type private unpriv chroot wakeup maxproc command; no smtp client at all
    cat >"$1/conf/master.cf" <<MASTER
127.0.0.1:$2 inet n - n - 200 smtpd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
showq     unix n - n - - showq
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
anvil     unix - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
MASTER
}

start() {
    needs
    case $2 in '' | *[!0-9]*) die "PORT must be a number, not '$2'" ;; esac
    [ "$2" -ge 1 ] && [ "$2" -le 65535 ] || die "PORT must lie between 1 and 65535"
    [ ! -e "$1" ] || [ -d "$1" ] && [ -z "$(ls -A "$1" 2>/dev/null)" ] || die "'$1' is not empty; give a fresh directory"
    ! answers "$2" || die "something answers on 127.0.0.1:$2 already; choose another port"
    mkdir -p "$1"
    dir=$(realpath "$1")
    case $dir in *[!A-Za-z0-9/_.,+@%-]*) die "Postfix cannot take blanks or signs in the path of DIR" ;; esac
    configure "$dir" "$2"
    if ! postfix -c "$dir/conf" check >"$dir/start.log" 2>&1 || ! postfix -c "$dir/conf" start >>"$dir/start.log" 2>&1; then
        cat "$dir/start.log" "$dir/mail.log" >&2 2>/dev/null || true
        die "Postfix did not start; its words stand above"
    fi
    tries=0
    until answers "$2"; do
        tries=$((tries + 1))
        if [ $tries -ge 100 ] || ! is_running "$(master_pid "$dir")"; then
            tail -n 20 "$dir/mail.log" >&2 2>/dev/null || true
            postfix -c "$dir/conf" stop >/dev/null 2>&1 || true
            die "127.0.0.1:$2 does not answer; the end of mail.log stands above"
        fi
        sleep 0.1
    done
    say "127.0.0.1:$2 answers; log in $1/mail.log; stop it with: private_postfix.sh stop $1"
}

stop() {
    needs
    [ -f "$1/conf/main.cf" ] || die "no private Postfix in '$1'; give the DIR of start"
    dir=$(realpath "$1")
    pid=$(master_pid "$dir")
    is_running "$pid" || { say "it was not running"; return 0; }
    postfix -c "$dir/conf" stop >>"$dir/start.log" 2>&1 || true
    tries=0
    while is_running "$pid"; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || die "process $pid does not end; see $1/mail.log"
        sleep 0.1
    done
}

case ${1:-} in
start) [ $# = 3 ] || usage; start "$2" "$3" ;;
stop) [ $# = 2 ] || usage; stop "$2" ;;
*) usage ;;
esac
