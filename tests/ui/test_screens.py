"""A window is kept within the screens that there are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.screens import keep_on_screen


@pytest.mark.parametrize(
    "where",
    [
        QRect(9000, 9000, 400, 300),
        QRect(-5000, 20, 400, 300),
        QRect(10, 10, 9000, 9000),
        QRect(600, 700, 500, 400),
    ],
)
def test_a_window_from_another_desk_is_brought_back(app, qtbot, where):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(where)
    keep_on_screen(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())


def test_a_window_that_fits_stays(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 60, 400, 300)
    keep_on_screen(window)
    assert window.geometry() == QRect(40, 60, 400, 300)
