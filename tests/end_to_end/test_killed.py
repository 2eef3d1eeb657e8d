"""A process killed while it writes loses nothing that it had acknowledged."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from app.services.claims import list_claims
from app.services.points import list_points
from app.services.workspace import Workspace

WRITER = """
import sys
from pathlib import Path
from app.services.claims import ClaimDraft, add_claim
from app.services.workspace import Workspace

with Workspace.open(Path(sys.argv[1])) as workspace:
    for number in range(10_000):
        draft = ClaimDraft(answer=str(1900 + number % 90), subject="Father", question="When?",
                           siglum=f"A{number % 7}", locator=f"p. {number}")
        print(add_claim(workspace, draft), flush=True)
"""


@pytest.mark.parametrize("seconds", [0.02, 0.11, 0.23, 0.4])
def test_every_acknowledged_claim_is_there_after_a_kill(workspace, seconds):
    path = workspace.path
    workspace.close()
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        first = writer.stdout.readline()
        time.sleep(seconds)
        os.kill(writer.pid, signal.SIGKILL)
        told = [first, *writer.stdout.read().splitlines()]
    acknowledged = {int(line) for line in told[:-1] if line.strip()}
    with Workspace.open(path) as again:
        (point,) = list_points(again)
        kept = {claim.id for claim in list_claims(again, point_id=point.id)}
        assert acknowledged <= kept
        assert len(kept) <= len(acknowledged) + 2
        again.undo()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]
