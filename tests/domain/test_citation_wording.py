from app.domain.citation_audit import AuthorAudit, Citation, Fidelity
from app.domain.citation_wording import (
    HEADINGS,
    audit_in_words,
    audit_paragraph,
    counts_in_words,
    table_rows,
)
from app.domain.records import Stance
from tests.domain.support import allowed, claim

DAY = allowed((10, 10))


def _citation(fidelity, *, silent=False):
    citing = claim(DAY, siglum="B1", text="10 May")
    stance = Stance.SILENT if silent else Stance.AFFIRMS
    cited = claim(DAY, siglum="L1", text="May", stance=stance)
    why = f"B1 has “10 May”, L1 has “May”: {fidelity}."
    return Citation(7, "Riot: When?", "Berg", citing, cited, fidelity, False, why)


def test_counts_come_in_the_order_of_the_verdicts():
    found = [_citation(f) for f in (Fidelity.VAGUER, Fidelity.FAITHFUL, Fidelity.VAGUER)]
    assert counts_in_words(found) == "1 faithful · 2 vaguer"
    assert audit_in_words(AuthorAudit("Berg", tuple(found))) == (
        "Berg cites 3 places you hold: 1 faithful · 2 vaguer"
    )
    assert counts_in_words([]) == ""


def test_the_paragraph_tells_what_is_not_faithful():
    both = (_citation(Fidelity.SHARPER), _citation(Fidelity.FAITHFUL))
    assert audit_paragraph(AuthorAudit("Berg", both)) == (
        "Berg: of 2 places cited that could be checked, 1 is given faithfully. "
        "Riot: When: B1 has “10 May”, L1 has “May”: sharper."
    )
    assert audit_paragraph(AuthorAudit("Berg", both[:1])).startswith(
        "Berg: of 1 place cited that could be checked, none is given faithfully. "
    )
    assert audit_paragraph(AuthorAudit("Berg", both[1:])) == (
        "Berg: of 1 place cited that could be checked, it is given faithfully."
    )


def test_a_row_of_the_table_has_a_cell_for_every_heading():
    (row,) = table_rows([_citation(Fidelity.NOT_FOUND, silent=True)])
    assert len(row) == len(HEADINGS)
    assert row[-2:] == ("is silent", "not found there")


def test_a_long_paragraph_can_be_cut():
    audit = AuthorAudit("Berg", tuple(_citation(Fidelity.SHARPER) for _ in range(5)))
    assert audit_paragraph(audit, 2).count("sharper.") == 2
    assert audit_paragraph(audit, 2).endswith(" And 3 more.")
    assert audit_paragraph(audit).count("sharper.") == 5
