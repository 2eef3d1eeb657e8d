"""Quantities: what historians write about numbers and measures, read as sets.

What is decided where words leave a choice:

- A fraction (*half*, ``1/2``, *two thirds*) is a share and is counted in per cent; a bare decimal
  (``0.5``) is a number and not comparable with it. A share with no upper bound ends at 100 %.
- *Nearly*, *almost*, *fast*, *почти* are from a tenth below the figure up to it, without it;
  *just over* mirrors this; both widen by the allowance like *about*.
- Persons as such (men, people, *человек*) are one noun; soldiers, officers, leaders stay apart.
- A word of two sizes (ton, hundredweight, pint, German mile) allows both and says so; a German
  measure is read only with its land; single letters (s, d, f, M) are refused.
- Money of one name compares with itself alone, with its own small coins (kopecks, s and d).
- A rate (*900 a day*), a place (*900 in Berlin*) and *3 out of 4* are no quantities: refused.
"""

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
