"""Write the populated dossier of the newest schema: ``python tests/files/make.py``."""

import gzip
import tempfile
from pathlib import Path

from app.domain.records import Reason, Standing, Status
from app.services.claims import ClaimDraft, add_claim
from app.services.dossiers import make_sample
from app.services.findings import list_flags
from app.services.judgements import dismiss_flag, judge_point
from app.store.migrate import SCHEMA_VERSION

HERE = Path(__file__).parent


def make(path: Path) -> None:
    """Fill a dossier at ``path``."""
    with make_sample(path) as workspace:
        first, second = list_flags(workspace)[:2]
        standings = {0: (Standing.PREFERRED, "Told first, and against interest.")}
        judge_point(
            workspace, first.point_id, Status.PROVISIONAL, "The earliest papers.", standings
        )
        dismiss_flag(workspace, second, Reason.RECONCILED, "Both mean the same men.")
        add_claim(
            workspace,
            ClaimDraft(answer="1917", subject="Отец", question="Когда умер?", siglum="Ж17"),
        )
        workspace.undo()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.variorum"
        make(made)
        packed = HERE / f"schema_{SCHEMA_VERSION:04}.variorum.gz"
        packed.write_bytes(gzip.compress(made.read_bytes(), mtime=0))
