#!/bin/sh
# See whether Qt's system libraries load; on Debian-like systems install those that are missing.
set -eu
python=.venv/bin/python
needed="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0"
window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"

loads() {
    QT_QPA_PLATFORM=offscreen "$python" -c 'from PySide6 import QtGui, QtWidgets, QtSvg' 2>/dev/null
}

has_window_libraries() {
    # The xcb plugin is opened by Qt itself; without these it would abort the program.
    for library in libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxkbcommon-x11.so.0; do
        "$python" -c "import ctypes; ctypes.CDLL('$library')" 2>/dev/null || return 1
    done
}

wants_window() { [ "$(uname -s)" = Linux ] && [ -n "${DISPLAY:-}" ]; }

packages=""
loads || packages="$needed $window"
if [ -z "$packages" ] && wants_window && ! has_window_libraries; then packages=$window; fi
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Qt's system libraries do not load. Install what your system calls: $packages" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "Qt needs a few system libraries. Type this line, then run make again:" >&2
        echo "  sudo apt-get install -y $packages" >&2
        exit 1
    fi
fi
echo "Installing the system libraries that Qt needs …"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >/dev/null 2>&1 || true
# shellcheck disable=SC2086
if ! $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null 2>&1; then
    echo "apt could not install them. Type: sudo apt-get install -y $packages" >&2
    exit 1
fi
loads || { echo "Qt's libraries still do not load." >&2; exit 1; }
