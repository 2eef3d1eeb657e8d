"""Rules across points: what an order, a duration, a sum or a share makes impossible."""

from app.domain.rules.arithmetic import arithmetic_flags
from app.domain.rules.chronology import chronology_flags
from app.domain.rules.kin import kin_flags, kin_rules
from app.domain.rules.links import KIN, RELATIONS, RuleKind, check_rule, links_of
from app.domain.rules.roles import ROLES, role_rules
from app.domain.rules.tallies import Part, Tally, tallies

__all__ = [
    "KIN",
    "RELATIONS",
    "ROLES",
    "Part",
    "RuleKind",
    "Tally",
    "arithmetic_flags",
    "check_rule",
    "chronology_flags",
    "kin_flags",
    "kin_rules",
    "links_of",
    "role_rules",
    "tallies",
]
