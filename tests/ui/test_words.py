"""The words of the program: found by typing, read and scrolled by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.dialogs.words import WORDS, WordsDialog, found_words


@pytest.fixture
def dialog(app, qtbot):
    made = WordsDialog()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_all_words_stand_in_the_order_of_letters(dialog):
    assert found_words("") == list(WORDS) == sorted(WORDS)
    assert dialog.words.toPlainText().startswith("Account\n")


def test_a_word_is_found_by_its_beginning_first(dialog):
    QTest.keyClicks(dialog.wanted, "ver")
    assert dialog.words.toPlainText().startswith("Version\n")
    QTest.keyClick(dialog.wanted, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.wanted, "zzz")
    assert "No word like this" in dialog.words.toPlainText()


def test_keys_scroll_from_the_field(dialog, qtbot):
    bar = dialog.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(dialog.wanted, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog.wanted, Qt.Key.Key_PageUp)
    assert bar.value() == 0
