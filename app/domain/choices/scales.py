"""A scale that needs no telling: the order of military formations, in three languages.

It ranks labels only where the options of a point have no ranks of their own. Names of one
formation in several languages or cases are one label.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.names import fold

_FORMATIONS: Final = (
    ("squad; gruppe; отделение; отделения", "section"),
    ("platoon; zug; zuges; взвод; взвода",),
    (
        "company; kompanie; kompanien; рота; роты; роту",
        "battery; batterie; батарея; батареи",
        "squadron; schwadron; эскадрон; эскадрона",
    ),
    ("battalion; bataillon; bataillons; батальон; батальона", "abteilung; дивизион; дивизиона"),
    ("regiment; regiments; regimentes; полк; полка",),
    ("brigade; бригада; бригады; бригаду",),
    ("division; дивизия; дивизии; дивизию",),
    ("corps; army corps; korps; armeekorps; корпус; корпуса",),
    ("army; armee; армия; армии; армию",),
    ("army group; heeresgruppe; front; фронт; фронта",),
)
"""From the smallest up; in each rank, the names of each formation."""

FORMATION_NAMES: Final[Mapping[str, str]] = {
    fold(name): fold(names.split(";")[0])
    for formations in _FORMATIONS
    for names in formations
    for name in names.split(";")
}
"""The first name of a formation by each of its folded names."""
FORMATION_RANKS: Final[Mapping[str, int]] = {
    fold(name): rank
    for rank, formations in enumerate(_FORMATIONS, start=1)
    for names in formations
    for name in names.split(";")
}
"""Rank of each folded name of a formation, the smallest first."""
