from app.domain.citation_audit import AuthorAudit, Citation, Fidelity
from app.reports.audit_section import audit_section
from app.reports.document import Document
from app.reports.formats import render
from tests.domain.support import allowed, claim

DAY = allowed((10, 10))


def words(*audits):
    return render(Document("Report", blocks=tuple(audit_section(audits))), ".md").decode()


def citation(fidelity):
    citing, cited = claim(DAY, siglum="B1", text="10 May"), claim(DAY, siglum="L1", text="May")
    return Citation(7, "Riot: When?", "Berg", citing, cited, fidelity, False, "Because.")


def test_each_author_has_counts_and_what_is_not_faithful():
    text = words(AuthorAudit("Berg", (citation(Fidelity.SHARPER), citation(Fidelity.FAITHFUL))))
    assert "## Berg" in text
    assert "Cites two places that can be checked: 1 faithful · 1 sharper." in text
    assert "| Riot: When? | **B1** “10 May” | **L1** “May” | *sharper* |" in text
    assert text.count("| Riot: When? |") == 1


def test_without_citations_the_section_says_so():
    assert "No citation could be checked" in words()
