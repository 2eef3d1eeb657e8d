"""Number words of English, German and Russian, each word by itself.

English and Russian words are tables; German writes a whole number as one word, which is taken
apart by rule (``einundzwanzig``, ``dreihundertfünfzigtausend``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from app.domain.quantities.phrases import Language


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies: hundred, million, dozen."""

    value: int
    several: bool = False
    """Whether the bare word already means several of it (``hundreds``)."""
    needs_number: bool = False
    """Whether the form stands only after a number (Russian ``тысяч``)."""


def _numbered(start: int, row: str, step: int = 1) -> dict[str, Fraction]:
    """Give the words parted by ``;`` consecutive values; forms of one value stand side by side."""
    return {
        form: Fraction(start + step * index)
        for index, forms in enumerate(row.split(";"))
        for form in forms.split()
    }


_ENGLISH: Final = (
    _numbered(0, "zero nought naught; one; two; three; four; five; six; seven; eight; nine; ten")
    | _numbered(11, "eleven; twelve; thirteen; fourteen; fifteen; sixteen; seventeen; eighteen")
    | _numbered(19, "nineteen; twenty")
    | _numbered(30, "thirty; forty fourty; fifty; sixty; seventy; eighty; ninety", 10)
    | {"both": Fraction(2), "single": Fraction(1), "threescore": Fraction(60)}
)

_RUSSIAN: Final = (
    _numbered(0, "ноль нуль ноля нуля; один одна одно одного одной одну одним одному одном одною")
    | _numbered(
        2,
        "два две двух двум двумя двое двоих двоим двоими; три трех трем тремя трое троих троим"
        " троими",
    )
    | _numbered(
        4, "четыре четырех четырем четырьмя четверо четверых; пять пяти пятью пятеро пятерых"
    )
    | _numbered(6, "шесть шести шестью шестеро шестерых; семь семи семью семеро семерых")
    | _numbered(
        8,
        "восемь восьми восемью восьмью восьмеро; девять девяти девятью девятеро; десять десяти"
        " десятью десятеро",
    )
    | _numbered(
        11,
        "одиннадцать одиннадцати одиннадцатью; двенадцать двенадцати двенадцатью;"
        "тринадцать тринадцати тринадцатью; четырнадцать четырнадцати четырнадцатью;"
        "пятнадцать пятнадцати пятнадцатью; шестнадцать шестнадцати шестнадцатью;"
        "семнадцать семнадцати семнадцатью; восемнадцать восемнадцати восемнадцатью;"
        "девятнадцать девятнадцати девятнадцатью; двадцать двадцати двадцатью",
    )
    | _numbered(
        30,
        "тридцать тридцати тридцатью; сорок сорока; пятьдесят пятидесяти пятьюдесятью;"
        "шестьдесят шестидесяти шестьюдесятью; семьдесят семидесяти семьюдесятью;"
        "восемьдесят восьмидесяти восемьюдесятью; девяносто девяноста; сто ста",
        10,
    )
    | _numbered(
        200,
        "двести двухсот двумстам двумястами двухстах; триста трехсот тремстам тремястами"
        " трехстах; четыреста четырехсот четыремстам четырьмястами четырехстах; пятьсот пятисот"
        " пятистам пятьюстами пятистах; шестьсот шестисот шестистам шестьюстами шестистах; семьсот"
        " семисот семистам семьюстами семистах; восемьсот восьмисот восьмистам восьмьюстами"
        " восьмистах; девятьсот девятисот девятистам девятьюстами девятистах",
        100,
    )
    | {word: Fraction(2) for word in ("оба", "обе", "обоих", "обеих", "пара", "пару", "пары")}
    | {word: Fraction(3, 2) for word in ("полтора", "полторы", "полутора")}
    | {"полтораста": Fraction(150), "полутораста": Fraction(150)}
)

_GERMAN_ONES: Final = _numbered(
    1,
    "ein eins eine; zwei zwo; drei; vier; fünf fuenf; sechs; sieben; acht; neun; zehn; elf;"
    "zwölf zwoelf; dreizehn; vierzehn; fünfzehn fuenfzehn; sechzehn; siebzehn; achtzehn; neunzehn",
)
_GERMAN_TENS: Final = _numbered(
    20, "zwanzig; dreissig; vierzig; fünfzig fuenfzig; sechzig; siebzig; achtzig; neunzig", 10
)
_GERMAN_FORMS: Final = {
    "null": Fraction(0),
    "zweier": Fraction(2),
    "dreier": Fraction(3),
    "zweien": Fraction(2),
    "dreien": Fraction(3),
    "vieren": Fraction(4),
    "vierer": Fraction(4),
    "fünfen": Fraction(5),
    "sechsen": Fraction(6),
    "zwein": Fraction(2),
    "beide": Fraction(2),
    "beider": Fraction(2),
    "beiden": Fraction(2),
    "anderthalb": Fraction(3, 2),
    "anderthalbe": Fraction(3, 2),
    "einziger": Fraction(1),
    "einzige": Fraction(1),
    "einziges": Fraction(1),
}


@lru_cache(maxsize=4096)
def read_cardinal(word: str) -> tuple[Fraction, Language] | None:
    """Return the value of a folded number word and its language, or ``None``."""
    if word in _ENGLISH:
        return _ENGLISH[word], Language.ENGLISH
    if word in _RUSSIAN:
        return _RUSSIAN[word], Language.RUSSIAN
    if word in _GERMAN_FORMS:
        return _GERMAN_FORMS[word], Language.GERMAN
    value = _german_half(word) or _german_thousands(word)
    return None if value is None else (value, Language.GERMAN)


def _german_half(word: str) -> Fraction | None:
    if not word.endswith("einhalb"):
        return None
    whole = _german_thousands(word.removesuffix("einhalb").removesuffix("und") or "null")
    return None if whole is None else whole + Fraction(1, 2)


def _german_thousands(word: str) -> Fraction | None:
    return _german_split(word, "tausend", Fraction(1000), _german_hundreds)


def _german_hundreds(word: str) -> Fraction | None:
    return _german_split(word, "hundert", Fraction(100), _german_below_hundred)


def _german_split(
    word: str, name: str, value: Fraction, read_part: Callable[[str], Fraction | None]
) -> Fraction | None:
    head, found, tail = word.partition(name)
    if not found:
        return read_part(word)
    half = Fraction(3, 2) if head == "anderthalb" else _german_half(head)
    many = half or (read_part(head) if head else Fraction(1))
    rest = read_part(tail.removeprefix("und")) if tail else Fraction(0)
    return None if many is None or rest is None else many * value + rest


def _german_below_hundred(word: str) -> Fraction | None:
    if word in _GERMAN_ONES or word in _GERMAN_TENS:
        return _GERMAN_ONES.get(word) or _GERMAN_TENS[word]
    ones, found, tens = word.partition("und")
    if found and tens in _GERMAN_TENS and _GERMAN_ONES.get(ones, Fraction(99)) < 10:
        return _GERMAN_ONES[ones] + _GERMAN_TENS[tens]
    return None


def _scales(row: str, **marks: bool) -> dict[str, Scale]:
    """Read rows of ``value: form form``; every form gets the same marks."""
    return {
        form: Scale(int(value), **marks)
        for part in row.split(";")
        for value, _, forms in [part.strip().partition(":")]
        for form in forms.split()
    }


SCALES: Final[dict[Language, dict[str, Scale]]] = {
    Language.ENGLISH: _scales(
        "12: dozen; 20: score; 100: hundred; 1000: thousand thou k; 1000000: million mln;"
        "1000000000: billion bn; 1000000000000: trillion"
    )
    | _scales(
        "10: tens; 12: dozens; 20: scores; 100: hundreds; 1000: thousands; 1000000: millions;"
        "1000000000: billions",
        several=True,
    ),
    Language.GERMAN: _scales(
        "12: dutzend; 100: hundert; 1000: tausend tsd; 1000000: mio mill;"
        "250000: viertelmillion; 750000: dreiviertelmillion;"
        "1000000000: milliarde mrd md"
    )
    | _scales(
        "12: dutzende dutzenden; 100: hunderte hunderten hunderter; 10000: zehntausende"
        " zehntausenden; 1000: tausende tausenden tausender; 100000: hunderttausende"
        " hunderttausenden; 1000000: millionen; 1000000000: milliarden;"
        "1000000000000: billionen",
        several=True,
    ),
    Language.RUSSIAN: _scales(
        "10: десяток десятка десятком десятку; 12: дюжина дюжину дюжиной; 100: сотня сотню"
        " сотней; 1000: тысяча тысячу тысячей тысячью тыс; 1000000: миллион миллиона миллиону"
        " миллионом миллионе млн; 1000000000: миллиард миллиарда млрд; 1000000000000: триллион"
    )
    | _scales(
        "10: десятки десятками; 12: дюжины; 100: сотни сотнями; 1000: тысячи тысячами;"
        "1000000: миллионы миллионами; 1000000000: миллиарды",
        several=True,
    )
    | _scales(
        "10: десятков десяткам десятках; 12: дюжин; 100: сотен сот; 1000: тысяч тысячам;"
        "1000000: миллионов миллионам; 1000000000: миллиардов",
        needs_number=True,
    ),
}

SINGULAR_AFTER_HEDGE: Final = frozenset({"тысячи", "сотни", "дюжины"})
"""Forms that mean one thousand after a word that governs the genitive (``около тысячи``)."""

INVERTED_SCALES: Final = frozenset({"десятка", "сотни", "тысячи", "миллиона", "дюжины"})
"""Forms that may stand before their number, which makes it rough (``десятка два``)."""


def _parts(row: str) -> dict[str, Fraction]:
    """Read rows of ``denominator: form form``."""
    return {
        form: Fraction(1, int(denominator))
        for part in row.split(";")
        for denominator, _, forms in [part.strip().partition(":")]
        for form in forms.split()
    }


FRACTIONS: Final[dict[Language, dict[str, Fraction]]] = {
    Language.ENGLISH: _parts(
        "2: half halves; 3: third thirds; 4: quarter quarters fourth fourths; 5: fifth fifths;"
        "6: sixth sixths; 7: seventh sevenths; 8: eighth eighths; 9: ninth ninths;"
        "10: tenth tenths; 12: twelfth twelfths; 20: twentieth twentieths;"
        "100: hundredth hundredths; 1000: thousandth thousandths"
    ),
    Language.GERMAN: _parts(
        "2: hälfte haelfte halb halbe halber halbes halben; 3: drittel; 4: viertel; 5: fünftel;"
        "6: sechstel; 7: siebtel siebentel; 8: achtel; 9: neuntel; 10: zehntel; 12: zwölftel;"
        "20: zwanzigstel; 100: hundertstel; 1000: tausendstel"
    )
    | {"dreiviertel": Fraction(3, 4)},
    Language.RUSSIAN: _parts(
        "2: половина половину половины половиной пол; 3: треть трети третей;"
        "4: четверть четверти четвертью; 5: пятая пятую пятой пятых; 6: шестая шестую шестой"
        " шестых; 7: седьмая седьмую седьмой седьмых; 8: восьмая восьмую восьмой восьмых;"
        "9: девятая девятую девятой девятых; 10: десятая десятую десятой десятых;"
        "100: сотая сотую сотой сотых; 1000: тысячная тысячную тысячной тысячных"
    ),
}

ORDINAL_LIKE: Final = (
    {form for form in FRACTIONS[Language.ENGLISH] if not form.endswith("s")} - {"half"}
    | {"quarters"}
    | {form for form, value in FRACTIONS[Language.RUSSIAN].items() if value < Fraction(1, 4)}
)
"""Fractions that are ordinals too, read as shares only before ``of`` or at the end."""
