#!/bin/sh
# Open the window on the Kononov dossier; without a display do the same main job on the command line.
set -eu
variorum=.venv/bin/variorum
mkdir -p out
[ -e out/kononov.variorum ] || "$variorum" sample out/kononov.variorum

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display, so no window can open; here is the same work without one."
    echo
    "$variorum" check out/kononov.variorum
    echo
    for ending in html pdf docx; do
        "$variorum" report out/kononov.variorum -o "out/kononov.$ending"
    done
    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/picture.py \
        out/kononov.variorum out/kononov.png
    exit 0
fi
exec "$variorum" out/kononov.variorum
