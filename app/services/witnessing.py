"""Who stands behind each version of a point, in words, as asked for version by version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.analysis import Version
from app.domain.claims import Weighed
from app.domain.witness_wording import witnesses_in_a_sentence
from app.domain.witnesses import Dependence, list_roots
from app.services.weighing import load_dependence
from app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Testimony:
    """The claims on a point with who draws on whom; read once for all of its versions."""

    point_id: int
    claims: tuple[Weighed, ...]
    dependence: Dependence

    def tell(self, version: Version) -> str:
        """Return in a sentence who stands behind a version."""
        members = [claim for claim in self.claims if claim.claim_id in version.claim_ids]
        roots, perhaps = list_roots(members, self.claims, self.dependence, self.point_id)
        return witnesses_in_a_sentence(version.witnesses, roots, perhaps)


def get_testimony(workspace: Workspace, point_id: int, claims: Sequence[Weighed]) -> Testimony:
    """Return the testimony on a point; ``claims`` are those that count, none set aside."""
    with workspace.reading() as connection:
        return Testimony(point_id, tuple(claims), load_dependence(connection, [point_id]))
