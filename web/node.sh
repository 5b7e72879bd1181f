#!/bin/sh
# Runs a command with Node.js: the machine's own where it is new enough, else the one that PyPI has, put into the
# virtual environment that is named first:   sh web/node.sh .venv npm ci
set -eu
venv=$(cd "$1" && pwd)
shift
new_enough='const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
if ! { command -v npm && node -e "$new_enough"; } >/dev/null 2>&1; then
    if [ ! -x "$venv/bin/npm" ]; then
        echo "Installing Node.js into $venv ..." >&2
        "$venv/bin/pip" install --quiet --requirement "$(dirname "$0")/node.lock"
    fi
    PATH="$venv/bin:$PATH"
    export PATH
fi
exec "$@"
