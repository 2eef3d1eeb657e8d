"""``variorum --self-test``: the installed program proves itself on a dossier of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.services.checking import check_dossier
from app.services.claims import ClaimDraft, add_claim
from app.services.dossiers import make_sample
from app.services.reporting import write_report
from app.services.workspace import Workspace

FORMATS = (".html", ".pdf", ".docx")


def run_self_test() -> Iterator[tuple[str, str]]:
    """Yield ``(what was tried, problem)`` for each check; the problem is empty when it held."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.variorum"
        yield "make the sample dossier", _tried(lambda: make_sample(path).close())
        if not path.exists():
            return
        yield "open it and find its contradictions", _tried(lambda: _check(path))
        yield "record a claim, undo it, redo it", _tried(lambda: _edit(path))
        for ending in FORMATS:
            out = Path(folder) / f"report{ending}"
            yield f"write the report as {ending}", _tried(partial(_write, path, out))


def _tried(check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:  # noqa: BLE001 - a self-test reports every failure, also our bugs
        return f"{type(error).__name__}: {error}"
    return ""


def _check(path: Path) -> None:
    with Workspace.open(path, read_only=True) as workspace:
        found = check_dossier(workspace)
    if not any(point["status"] == "contradicted" for point in found["points"]):
        raise AssertionError("no contradiction was found in the sample")


def _edit(path: Path) -> None:
    draft = ClaimDraft(
        answer="1918", subject="Self-test", question="When?", siglum="T26", locator="p. 1"
    )
    with Workspace.open(path) as workspace:
        before = check_dossier(workspace)
        add_claim(workspace, draft)
        after = check_dossier(workspace)
        workspace.undo()
        undone = check_dossier(workspace)
        workspace.redo()
        redone = check_dossier(workspace)
    if before == after or before != undone or after != redone:
        raise AssertionError("undo or redo did not restore what was there")


def _write(path: Path, out: Path) -> None:
    with Workspace.open(path, read_only=True) as workspace:
        write_report(workspace, out)
    if out.stat().st_size < 1000:
        raise AssertionError(f"the file has only {out.stat().st_size} bytes")
