from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import apply_theme, verdict_colour
from app.ui.widgets.apparatus import ApparatusLine
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.texts import PlainLabel, VerdictLabel, plain_tooltip


@pytest.fixture
def passage(app, qtbot):
    made = Passage()
    qtbot.addWidget(made)
    made.resize(300, 20)
    made.show()
    return made


def test_a_passage_is_as_high_as_its_text(passage):
    passage.show_text("one line")
    low = passage.height()
    passage.show_text("many words " * 60)
    assert passage.height() > 5 * low
    passage.resize(1200, passage.height())
    assert passage.height() < 5 * low


def test_markup_in_a_passage_is_only_text(passage):
    passage.show_text("<b>1918</b> & <img src='http://x'>")
    assert passage.toPlainText() == "<b>1918</b> & <img src='http://x'>"


def test_segments_take_the_colour_of_their_verdict_also_after_the_scheme_changes(passage, app):
    passage.show_segments([Segment("plain "), Segment("hard", "contradicts")])

    def colour():
        cursor = passage.textCursor()
        cursor.setPosition(8)
        return cursor.charFormat().foreground().color()

    light = colour()
    assert light == verdict_colour("contradicts")
    apply_theme(app, "dark")
    QApplication.processEvents()
    assert colour() == verdict_colour("contradicts") != light
    apply_theme(app, "light")


@pytest.mark.parametrize(
    ("line", "italic"),
    [
        ("men who crossed] a battalion Al09 · om. K44", ["men who crossed", "om. "]),
        ("father] om. D41 R41", ["father", "om. "]),
        ("father] 1918 K48", ["father"]),
        ("who] Tom. Smith A", ["who"]),
        ("no bracket", []),
    ],
)
def test_lemma_and_omission_of_an_apparatus_are_in_italics(app, qtbot, line, italic):
    apparatus = ApparatusLine()
    qtbot.addWidget(apparatus)
    apparatus.show_apparatus(line)
    assert apparatus.toPlainText() == line
    assert [segment.text for segment in apparatus.segments if segment.italic] == italic


def test_labels_show_user_text_as_it_is(app, qtbot):
    label = PlainLabel("<u>x</u>")
    qtbot.addWidget(label)
    assert label.text() == "<u>x</u>"
    assert plain_tooltip("<u>x</u>\ny") == "<p>&lt;u&gt;x&lt;/u&gt;<br/>y</p>"
    assert plain_tooltip("") == ""


def test_a_verdict_has_a_mark_besides_its_colour(app, qtbot):
    label = VerdictLabel()
    qtbot.addWidget(label)
    label.show_verdict("contradicted")
    assert label.text() == "✕ contradicted"
    label.show_verdict("")
    assert label.text() == ""


def test_the_program_ends_well_after_a_selection_was_copied():
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from app.ui.widgets.passage import Passage\n"
        "application = QApplication([])\n"
        "passage = Passage()\n"
        "passage.setPlainText('father executed')\n"
        "passage.selectAll()\n"
        "passage.copy()\n"
        "print(application.clipboard().text())\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "father executed")
