"""Quantities: what historians write about numbers and measures, read as sets."""

from app.domain.quantities.extents import ALLOWANCE, SCALE
from app.domain.quantities.reading import printed_precision, read_quantity
from app.domain.quantities.showing import describe_quantity
from app.domain.quantities.units import MEASURES

__all__ = [
    "ALLOWANCE",
    "MEASURES",
    "SCALE",
    "describe_quantity",
    "printed_precision",
    "read_quantity",
]
