"""Keeps a window within the screens that there are: a kept place may be that of another desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)
"""What the frame of a window takes of the screen, about."""


def keep_on_screen(window: QWidget) -> None:
    """Move and shrink a window so that all of it can be reached, on the screen it is most on."""
    where = window.geometry()
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not rooms:
        return
    room = max(rooms, key=lambda room: _shared(where, room))
    if room.contains(where):
        return
    if where.width() > room.width() or where.height() > room.height():
        where.setSize(where.size().boundedTo(room.size() - FRAME))
    head = min(FRAME.height(), room.height() - where.height())
    left = min(max(where.left(), room.left()), room.right() - where.width() + 1)
    top = min(max(where.top(), room.top() + head), room.bottom() - where.height() + 1)
    where.moveTo(left, top)
    window.setGeometry(where)


def _shared(where: QRect, room: QRect) -> int:
    common = where.intersected(room)
    return max(common.width(), 0) * max(common.height(), 0)
