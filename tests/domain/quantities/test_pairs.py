"""Pairs of quantities with the verdict that a historian expects, in both orders."""

import pytest

from app.domain.answers import Kind
from app.domain.case import count_alike
from app.domain.comparison import Comparison, Verdict, bare_claim, compare
from app.domain.reading import read_pair

AGREES, REFINES, COMPATIBLE = Verdict.AGREES, Verdict.REFINES, Verdict.COMPATIBLE
TENSION, CONTRADICTS = Verdict.IN_TENSION, Verdict.CONTRADICTS
NOT_COMPARABLE = Verdict.NOT_COMPARABLE


def compared(a: str, b: str) -> Comparison:
    return compare(*count_alike([bare_claim(answer) for answer in read_pair(Kind.QUANTITY, a, b)]))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("about 900", "1,000 men", TENSION), ("900", "1,000 men", CONTRADICTS),
        ("900 men", "900 soldiers", NOT_COMPARABLE), ("3 leaders", "three leaders", AGREES),
        ("half", "50 %", AGREES), ("1/2", "50 percent", AGREES), ("half", "0.5", NOT_COMPARABLE),
        ("two thirds", "66 %", TENSION), ("ein Drittel", "33,3 %", TENSION),
        ("three quarters", "75 Prozent", AGREES), ("более половины", "a majority", AGREES),
        ("10 pfunds", "5 kg", AGREES), ("5 ft 10 in", "178 cm", TENSION),
        ("1 cwt", "50.8 kg", REFINES), ("1 cwt", "60 kg", CONTRADICTS),
        ("10 фунтов", "10 Pfund", CONTRADICTS), ("2 verst 300 sazhen", "2600 m", CONTRADICTS),
        ("100 roubles", "100 Reichsmark", NOT_COMPARABLE), ("£100", "£200", CONTRADICTS),
        ("100 roubles", "100 рублей", AGREES), ("50 kopecks", "0.5 rubles", AGREES),
        ("1.5 million", "1,5 Millionen", AGREES), ("полтора миллиона", "1 500 000", AGREES),
        ("1,944", "1.944", AGREES), ("1'944", "1 944", AGREES), ("a dozen", "дюжина", AGREES),
        ("several thousand", "3,000", REFINES), ("mehrere Hundert", "несколько сотен", AGREES),
        ("no fewer than 5", "4", CONTRADICTS), ("over 5", "5", CONTRADICTS),
        ("almost 200", "200", TENSION), ("almost 200", "190", REFINES),
        ("fast 200", "почти 200", AGREES), ("between 900 and 1,000", "zwischen 900 und 1.000",
        AGREES), ("900 bis 1000", "от 900 до 1000", AGREES), ("none", "ни одного", AGREES),
        ("1½ Millionen", "1,5 Mio.", AGREES), ("2 1/2 millions", "2,500,000", AGREES),
        ("eine Viertelmillion", "250,000", AGREES), ("100 zloty", "100 złotych", AGREES),
        ("3 арш.", "1 sazhen", AGREES),
        ("none", "5 men", CONTRADICTS), ("147,493", "147,000 (rounded)", REFINES),
        ("83,5 %", "83.5 per cent", AGREES), ("835 ‰", "83.5 %", AGREES),
        ("3 hours", "180 minutes", AGREES), ("3-5 hours", "4 Stunden", REFINES),
        ("20 °C", "68 °F", AGREES), ("20 degrees", "20 °C", NOT_COMPARABLE),
        ("20 Grad", "20 degrees", AGREES), ("1 mile", "1.6 km", TENSION),
        ("5 nights", "5 days", NOT_COMPARABLE), ("900", "900 km", NOT_COMPARABLE),
        ("up to 200", "150-250", COMPATIBLE), ("at least 3", "at most 2", CONTRADICTS),
    ],
)  # fmt: skip
def test_verdicts(a: str, b: str, verdict: Verdict) -> None:
    assert compared(a, b).verdict is verdict
    assert compared(b, a).verdict is verdict


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("90 men", "90 soldiers", "“90 men” counts persons, but “90 soldiers” counts soldiers."),
        ("3 Kronen", "3 men", "“3 Kronen” counts “kronen”, but “3 men” counts persons."),
        ("half", "0.5", "“half” is a share, but “0.5” gives no unit."),
        ("3 hours", "3 km", "“3 hours” is a length of time, but “3 km” is a length."),
        ("1 ha", "1 kg", "“1 ha” is an area, but “1 kg” is a weight."),
    ],
)
def test_sentences_name_the_units(a: str, b: str, why: str) -> None:
    assert compared(a, b).why == why
