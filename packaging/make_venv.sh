#!/bin/sh
# Make the virtual environment with everything the program and its tests need.
# Usage: make_venv.sh PYTHON VENV
set -eu
python=$1
venv=$2

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Variorum needs Python 3.11 or newer; \"$python\" is $("$python" --version 2>&1 || echo missing)." >&2
    echo "Name another one: make PYTHON=python3.12 …" >&2
    exit 1
fi
if ! "$python" -m venv "$venv"; then
    echo "Python's venv module is missing; on Debian type: sudo apt-get install python3-venv" >&2
    exit 1
fi
echo "Preparing $venv (a few minutes the first time) …"
log=$venv/install.log
if ! "$venv/bin/python" -m pip install --quiet --upgrade "pip>=25.1" >"$log" 2>&1 ||
    ! "$venv/bin/python" -m pip install --quiet --editable . --group dev >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; see $log. Is there a network?" >&2
    exit 1
fi
