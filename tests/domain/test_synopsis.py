"""Cells of the synopsis: four things that are not an answer, and verdicts against a yardstick."""

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.comparison import Verdict
from app.domain.records import Stance
from app.domain.synopsis import CellState, Yardstick, make_row
from tests.domain.support import allowed, claim

DAY, YEAR, OTHER = allowed((10, 10)), allowed((1, 365)), allowed((400, 400))


def row(*claims, account=None, held=(), noted=None, several=False):
    case = Case(7, "When?", Kind.DATE, tuple(claims), several=several)
    return make_row(case, Yardstick(account, frozenset(c.claim_id for c in held)), noted)


def test_unknown_silent_searched_and_unread_are_four_things():
    noted = {4: CellState.SEARCHED, 5: CellState.UNREAD}
    cells = row(claim(DAY, account=1), claim(DAY, account=2, stance=Stance.SILENT), noted=noted)
    assert {account: cell.state for account, cell in cells.items()} == {
        1: CellState.ANSWERED, 2: CellState.SILENT, 4: CellState.SEARCHED, 5: CellState.UNREAD,
    }  # fmt: skip
    assert 3 not in cells


def test_a_claim_goes_before_a_note():
    assert row(claim(DAY, account=1), noted={1: CellState.UNREAD})[1].state is CellState.ANSWERED


def test_verdicts_against_an_account():
    cells = row(*(claim(s, account=n) for n, s in enumerate((DAY, YEAR, OTHER, DAY), start=1)),
                account=1)  # fmt: skip
    assert [cells[n].verdict for n in (2, 3, 4)] == [
        Verdict.REFINES, Verdict.CONTRADICTS, Verdict.AGREES,
    ]  # fmt: skip
    assert cells[1].is_chosen
    assert cells[3].why


def test_verdicts_against_a_version_take_the_hardest():
    a, b, c = claim(YEAR, account=1), claim(DAY, account=2), claim(allowed((20, 20)), account=3)
    cells = row(a, b, c, held=(a, b))
    assert cells[3].verdict is Verdict.CONTRADICTS
    assert cells[1].is_chosen
    assert cells[2].is_chosen
    assert not cells[3].is_chosen


def test_nothing_chosen_or_a_silent_yardstick_gives_no_verdict():
    assert row(claim(DAY, account=1))[1].verdict is None
    quiet = claim(DAY, account=2, stance=Stance.SILENT)
    assert row(claim(DAY, account=1), quiet, account=2)[1].verdict is None


def test_several_answers_of_one_account():
    claims = [claim(DAY, account=1, text="a"), claim(OTHER, account=1, text="b"),
              claim(DAY, account=2, text="a")]  # fmt: skip
    cells = row(*claims, account=1, several=True)
    assert cells[1].answers == ("a", "b")
    assert cells[2].verdict is Verdict.AGREES


def test_stances_stand_in_the_words():
    cells = row(claim(DAY, account=1, text="1918", stance=Stance.DENIES),
                claim(DAY, account=2, text="1918", stance=Stance.DOUBTS))  # fmt: skip
    assert (cells[1].answers, cells[2].answers) == (("not 1918",), ("1918 (doubted)",))
