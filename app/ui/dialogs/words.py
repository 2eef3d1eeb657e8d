"""The words of the program, each in a sentence or two, found by typing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.names import fold
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.rooms import QuietScroll, column_of
from app.ui.widgets.texts import HeadingLabel

WORDS: dict[str, str] = {
    "Account": "What one speaker tells on one occasion, with a date of its own. A source carries "
    "one account or several; where it speaks with one voice only, that voice is its account.",
    "Answer": "What an account gives for a point, in a form that can be compared: a date, a "
    "figure, one of several options, a person or place, yes or no.",
    "Apparatus": "One line on a point: each version with the sigla of the accounts that give it.",
    "Claim": "What one account says on one point at one place.",
    "Copy seen": "The form of a source that you had before you: the original, a photograph, a "
    "film, an edition, or only a quotation in another source.",
    "Derivation": "One account draws on another: certainly, probably or perhaps; or it was looked "
    "into and it does not.",
    "Dossier": "One inquiry in one file, with all that is recorded for it.",
    "Drift": "How the story of one speaker changes from telling to telling.",
    "Flag": "Something that the program found: answers that clash, a story that changed, dates "
    "that cannot be. A flag changes no record.",
    "Judgement": "What you decide on a point, with your grounds: open, provisional, settled or "
    "unresolvable, and for each version how far you take it.",
    "Level": "Who stands for a reading: the text says it, you read it so, or you infer it.",
    "Linchpin": "A source on which results hang: without it something would be found otherwise.",
    "Locator": "The place in the source where a claim stands: page, leaf, note, line and so on.",
    "Point": "A question that accounts answer: what it is about, what is asked, and what kind of "
    "answer it takes.",
    "Reading room": "The list of sources that nobody has seen yet, with what hangs on them.",
    "Recorder": "Who wrote down what a speaker said: an interrogator, a scribe, a translator.",
    "Refines": "It says the same as another answer, but more exactly; the other is refined by it.",
    "Rule": "What must hold between points, whoever tells them: one date before another, a "
    "total and its parts.",
    "Scope": "What a figure counts or when it holds. Claims of different scope do not clash.",
    "Set aside": "A flag is set aside with a reason when it needs no more attention. It comes back "
    "when its claims answer otherwise. In a what-if, a source, account or speaker is set aside "
    "for trial.",
    "Siglum": "The short sign of an account, such as K48.",
    "Silence": "An account does not speak to a point on which it could be expected to.",
    "Source": "Anything that bears information: a document, letter, book, article, interview.",
    "Speaker": "Who answers for what an account says.",
    "Stance": "How an account stands to an answer: it affirms, denies or doubts it, or is silent.",
    "Stemma": "The drawing of who draws on whom.",
    "Subject": "What a point is about: a person, unit, place, event, work or thing.",
    "Synopsis": "Accounts side by side, point by point.",
    "Tension": "Two answers clash only when they are taken at their word: a doubtful or rounded "
    "one leaves room for both.",
    "Version": "Claims on a point that one and the same answer satisfies together.",
    "Witness": "The informant at the root of a claim. Two accounts that draw on one witness are "
    "one testimony, however many repeat it.",
}
_NONE = "No word like this one. Clear the field to see all."
_STEPS = {
    Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: 300, Qt.Key.Key_PageUp: -300
}  # fmt: skip
"""How far a key scrolls, in pixels."""


class WordsDialog(QDialog):
    """Shows all words, or those in which what is typed occurs; arrow keys scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Words used here")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText("Find a word")
        self.wanted.setAccessibleName("Find a word")
        self.wanted.setClearButtonEnabled(True)
        self.words = Passage(in_tabs=True)
        self.words.setAccessibleName("Words and what they mean")
        self.area = QuietScroll(column_of(self.words), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(HeadingLabel("Words used here", scale=1.25))
        layout.addWidget(self.wanted)
        layout.addWidget(self.area, 1)
        layout.addWidget(buttons)
        self.resize(560, 620)
        self.wanted.textChanged.connect(self._show)
        self._show("")
        self.wanted.setFocus()

    def _show(self, typed: str) -> None:
        found = found_words(typed)
        self.words.show_segments(_segments(found) if found else [Segment(_NONE, muted=True)])
        self.area.verticalScrollBar().setValue(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + step)


def found_words(typed: str) -> list[str]:
    """Return the words that begin with what is typed, then those that it occurs in or about."""
    wanted = fold(typed)
    begun = [word for word in WORDS if fold(word).startswith(wanted)]
    return begun + [
        word for word in WORDS if word not in begun and wanted in fold(f"{word} {WORDS[word]}")
    ]


def _segments(words: list[str]) -> Iterator[Segment]:
    for place, word in enumerate(words):
        yield Segment(f"{chr(10) * (2 if place else 0)}{word}", bold=True)
        yield Segment(f"\n{WORDS[word]}")
