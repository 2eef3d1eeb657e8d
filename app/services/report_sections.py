"""The sections that a report holds only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.domain.errors import UserError
from app.reports.document import Block
from app.reports.stemma_section import StemmaFindings, stemma_section
from app.services.findings import list_ids, list_point_lines
from app.services.stemma import light_version, list_versions, load_stemma
from app.services.stemma_layout import lay_out
from app.services.workspace import Workspace

_MOST_POINTS = 20


def build_sections(workspace: Workspace, names: Iterable[str]) -> tuple[Block, ...]:
    """Return the blocks of the sections with these names, each once.

    Raises ``UserError`` for a name that no section has.
    """
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in SECTIONS:
            raise UserError(
                f"The report has no section “{name}”; ask for one of {', '.join(SECTIONS)}."
            )
    return tuple(block for name in wanted for block in SECTIONS[name](workspace))


def _stemma(workspace: Workspace) -> tuple[Block, ...]:
    """Draw the whole stemma, and that of the points that are contradicted most."""
    found = [StemmaFindings(lay_out(load_stemma(workspace)))]
    points = list_ids(workspace, "contradictions")[:_MOST_POINTS]
    for line in list_point_lines(workspace, points):
        stemma = load_stemma(workspace, line.id)
        versions = list_versions(workspace, line.id) if stemma.links else ()
        if versions:
            version = max(versions, key=lambda version: len(version.claim_ids))
            lit = light_version(workspace, line.id, version.claim_ids, stemma)
            title = f"{line.subject}: {line.question}"
            found.append(StemmaFindings(lay_out(stemma), title, version.answer, lit))
    return tuple(stemma_section(found))


SECTIONS: Mapping[str, Callable[[Workspace], tuple[Block, ...]]] = {"stemma": _stemma}
"""Names by which sections are asked for, and what makes them."""
