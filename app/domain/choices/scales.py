"""A scale that needs no telling: the order of military formations, in three languages.

It ranks labels only where the options of a point have no ranks of their own. Names of one
formation in several languages or cases are one label.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from app.domain.names import fold

_FORMATIONS: Final = (
    (
        "squad; gruppe; отделение; отделения; отделению; отделением",
        "section",
    ),
    ("platoon; zug; zuges; zugs; zuge; взвод; взвода; взводу; взводом; взводе",),
    (
        "company; kompanie; kompanien; рота; роты; роту; роте; ротой",
        "battery; batterie; батарея; батареи; батарею; батарее; батареей",
        "squadron; schwadron; эскадрон; эскадрона; эскадрону; эскадроном; эскадроне",
    ),
    (
        "battalion; bataillon; bataillons; bataillone; батальон; батальона; батальону; батальоном",
        "abteilung; дивизион; дивизиона; дивизиону; дивизионом",
    ),
    ("regiment; regiments; regimentes; regimente; полк; полка; полку; полком; полке",),
    ("brigade; бригада; бригады; бригаду; бригаде; бригадой",),
    ("division; дивизия; дивизии; дивизию; дивизией",),
    ("corps; army corps; korps; armeekorps; корпус; корпуса; корпусу; корпусом; корпусе",),
    ("army; armee; армия; армии; армию; армией",),
    ("army group; heeresgruppe; front; фронт; фронта; фронту; фронтом; фронте",),
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
_WHOLE_WORDS: Final = (
    "his her their its our whole entire full complete sein seine seinem seinen seiner ihr ihre"
    " ganze ganzes ganzen ganzem ganzer gesamte gesamtes gesamten volles volle весь вся всю всего"
    " всей всем целый целая целую целого целой его свой свою своего своим"
)
_WHOLE: Final = re.compile(rf"(?:{'|'.join(map(fold, _WHOLE_WORDS.split()))}) (?=\S)")


@lru_cache(maxsize=1 << 14)
def formation_in(folded: str) -> str:
    """Return a folded label without *his*, *whole* and the like: *his whole regiment*."""
    shorter = _WHOLE.sub("", folded, count=1) if _WHOLE.match(folded) else folded
    return folded if shorter == folded else formation_in(shorter)
