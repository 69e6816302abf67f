#!/bin/sh
# Installs the servers and the browser that the tests use, or only the packages that are named; or says exactly how.
# None of them has to run: each test run starts its own, on free ports in temporary folders.
set -eu
[ $# -gt 0 ] || set -- rabbitmq-server postgresql chromium curl
is_there() {
    case $1 in
        rabbitmq-server) command -v rabbitmq-server || [ -x /usr/sbin/rabbitmq-server ] ;;
        postgresql) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
        *) command -v "$1" ;;
    esac >/dev/null 2>&1
}
missing=
for package in "$@"; do
    is_there "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then
    echo "Needed and not installed:$missing. Install with: sudo apt-get install -y$missing" >&2
    exit 1
fi
echo "Installing$missing"
# A package that starts its server when it is installed would take the standard port for nothing.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null
