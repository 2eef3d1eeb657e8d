"""What measures are called in English, German and Russian: a closed list."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.quantities.phrases import Language


class Family(enum.Enum):
    """The dimension of a unit; units of one family compare with each other."""

    LENGTH = enum.auto()
    MASS = enum.auto()
    AREA = enum.auto()
    VOLUME = enum.auto()
    SPEED = enum.auto()
    TIME = enum.auto()
    MONTHS = enum.auto()
    TEMPERATURE = enum.auto()
    SHARE = enum.auto()
    COUNTED = enum.auto()


@dataclass(frozen=True, slots=True)
class Named:
    """One measure: its symbol, what Pint calls it, and its forms parted by ``;``."""

    symbol: str
    pint: str
    """Pint's name; two parted by ``|`` when the word may mean either (ton, gallon); for the
    share and for months, how many per cent or months."""
    signs: str = ""
    english: str = ""
    german: str = ""
    russian: str = ""
    metric: bool = True

    def forms(self) -> Iterator[tuple[str, Language]]:
        """Yield each form with its language; one that English and German share has none."""
        english, german = _listed(self.english), _listed(self.german)
        for form in _listed(self.signs):
            yield form, Language.NONE
        for form in english:
            yield form, Language.NONE if form in german else Language.ENGLISH
        for form in german:
            if form not in english:
                yield form, Language.GERMAN
        for form in _listed(self.russian):
            yield form, Language.RUSSIAN


def _listed(row: str) -> list[str]:
    return [form.strip() for form in row.split(";") if form.strip()]


_LENGTHS: Final = (
    Named("km", "kilometer", "km; kms", "kilometre; kilometres; kilometer; kilometers",
          "kilometer; kilometern", "км; километр; километра; километров; километры; километрам;"
          " километрами; километрах"),
    Named("m", "meter", "m", "metre; metres; meter; meters", "meter; metern",
          "м; метр; метра; метров; метры; метрам; метрами; метрах"),
    Named("cm", "centimeter", "cm", "centimetre; centimetres; centimeter; centimeters",
          "zentimeter; zentimetern", "см; сантиметр; сантиметра; сантиметров"),
    Named("mm", "millimeter", "mm", "millimetre; millimetres; millimeter; millimeters",
          "millimeter; millimetern", "мм; миллиметр; миллиметра; миллиметров"),
    Named("mile", "mile", "mi", "mile; miles; statute mile; statute miles; english miles",
          metric=False),
    Named("nautical mile", "nautical_mile", "", "nautical mile; nautical miles; sea miles",
          "seemeile; seemeilen", "морская миля; морских миль; морские мили", metric=False),
    Named("yard", "yard", "yd; yds", "yard; yards", russian="ярд; ярда; ярдов", metric=False),
    Named("foot", "foot", "ft", "foot; feet", russian="фут; фута; футов; футы", metric=False),
    Named("inch", "inch", "in", "inch; inches", "", "дюйм; дюйма; дюймов; дюймы",
          metric=False),
    Named("verst", "verst", "", "verst; versts; verst's; verste; versta",
          "werst; werste; wersten", "верста; версты; верст; версту; верстам; верстами;"
          " верстах", metric=False),
    Named("sazhen", "sazhen", "", "sazhen; sazhens; sagene; sagenes", "saschen",
          "сажень; сажени; саженей; сажен; саженям; саженями; саженях; саж", metric=False),
    Named("arshin", "arshin", "", "arshin; arshins; arshine; arshines",
          "arschin; arschinen; arschine", "аршин; аршина; аршинов; аршины; аршинам;"
          " аршинами; аршинах; арш", metric=False),
    Named("vershok", "vershok", "", "vershok; vershoks; vershki", "werschok; werschoks",
          "вершок; вершка; вершков; вершки; вершкам; вершками", metric=False),
)  # fmt: skip

_MASSES: Final = (
    Named("kg", "kilogram", "kg; kgs; kilo; kilos", "kilogram; kilograms; kilogramme; kilogrammes",
          "kilogramm", "кг; килограмм; килограмма; килограммов; кило"),
    Named("g", "gram", "g", "gram; grams; gramme; grammes", "gramm",
          "гр; грамм; грамма; граммов"),
    Named("mg", "milligram", "mg", "milligram; milligrams", "milligramm",
          "мг; миллиграмм; миллиграммов"),
    Named("t", "metric_ton", "t", "tonne; tonnes; metric ton; metric tons",
          "tonne; tonnen", "т; тонна; тонны; тонн; тонну"),
    Named("quintal", "100 * kilogram", "", "quintal; quintals; metric centner",
          "doppelzentner; dz", "центнер; центнера; центнеров; ц"),
    Named("zentner", "50 * kilogram", "", "zentners", "zentner; zentnern; ztr"),
    Named("pfund", "0.5 * kilogram", "", "pfunds", "pfund; pfunde; pfunden; pfd"),
    Named("ton", "short_ton|long_ton", "", "ton; tons", metric=False),
    Named("long ton", "long_ton", "", "long ton; long tons", metric=False),
    Named("short ton", "short_ton", "", "short ton; short tons", metric=False),
    Named("lb", "pound", "lb; lbs", "pound; pounds; pound weight", metric=False),
    Named("oz", "ounce", "oz", "ounce; ounces", "unze; unzen", metric=False),
    Named("pud", "pud", "", "pud; puds; pood; poods", "pud; pude",
          "пуд; пуда; пудов; пуды; пуду; пудам; пудами; пудах", metric=False),
    Named("funt", "funt", "", "funt; funts; russian pound; russian pounds",
          "funt", "фунт; фунта; фунтов; фунты; фунтам; фунтами", metric=False),
    Named("berkovets", "berkovets", "", "berkovets; berkovetses", "berkowetz",
          "берковец; берковца; берковцев", metric=False),
    Named("zolotnik", "zolotnik", "", "zolotnik; zolotniks", "solotnik; solotniks",
          "золотник; золотника; золотников", metric=False),
)  # fmt: skip

_AREAS: Final = (
    Named("ha", "hectare", "ha", "hectare; hectares", "hektar; hektare; hektaren",
          "га; гектар; гектара; гектаров"),
    Named("acre", "acre", "", "acre; acres", russian="акр; акра; акров", metric=False),
    Named("desyatina", "desyatina", "",
          "desyatina; desyatinas; desiatina; desiatinas; dessiatin; dessiatins; dessiatines;"
          " dessiatine; dessyatin; dessyatins; desyatin; desyatins",
          "desjatine; desjatinen; dessjatine; dessjatinen; dessjatin",
          "десятина; десятины; десятин; десятину; десятинам; десятинами; десятинах;"
          " дес", metric=False),
)  # fmt: skip

_VOLUMES: Final = (
    Named("l", "liter", "l", "litre; litres; liter; liters", "liter; litern",
          "л; литр; литра; литров"),
    Named("hl", "hectoliter", "hl", "hectolitre; hectolitres; hectoliters", "hektoliter",
          "гл; гектолитр; гектолитров"),
    Named("gallon", "gallon|imperial_gallon", "", "gallon; gallons", "gallone; gallonen",
          "галлон; галлона; галлонов", metric=False),
)  # fmt: skip

_SPEEDS: Final = (
    Named("km/h", "kilometer / hour", "km/h; kph; kmh", "kilometres per hour; kilometers per hour",
          "stundenkilometer; kilometer pro stunde", "км/ч; километров в час"),
    Named("m/s", "meter / second", "m/s", "metres per second; meters per second",
          "meter pro sekunde", "м/с; метров в секунду"),
    Named("mph", "mile / hour", "mph", "miles per hour; miles an hour", metric=False),
    Named("knot", "knot", "kn", "knot; knots", "knoten", "узлов", metric=False),
)  # fmt: skip

_TIMES: Final = (
    Named("second", "second", "sec", "second; seconds; secs", "sekunde; sekunden; sek",
          "сек; секунда; секунды; секунд; секунду"),
    Named("minute", "minute", "min; mins", "minute; minutes", "minute; minuten",
          "мин; минута; минуты; минут; минуту; минутам; минутами"),
    Named("hour", "hour", "h; hr; hrs", "hour; hours", "stunde; stunden; std",
          "ч; час; часа; часов; часы; часам; часами"),
    Named("day", "day", "", "day; days", "tag; tage; tagen",
          "день; дня; дней; дни; дням; днями; сутки; суток; сутками; дн"),
    Named("week", "week", "", "week; weeks", "woche; wochen", "неделя; недели; недель; неделю"),
    Named("fortnight", "14 * day", "", "fortnight; fortnights"),
)  # fmt: skip

_MONTHS: Final = (
    Named("month", "1", "", "month; months; calendar month; calendar months",
          "monat; monate; monaten; monats",
          "месяц; месяца; месяцев; месяцы; месяцам; месяцами; мес"),
    Named("year", "12", "", "year; years; yr; yrs; years old; years of age; year old",
          "jahr; jahre; jahren; jahres; jahre alt",
          "год; года; лет; годов; годы; году; годам; годами; лет от роду"),
    Named("decade", "120", "", "decade; decades", "jahrzehnt; jahrzehnte; jahrzehnten",
          "десятилетие; десятилетия; десятилетий"),
    Named("century", "1200", "", "century; centuries", "jahrhundert; jahrhunderte; jahrhunderten",
          "столетие; столетия; столетий"),
)  # fmt: skip

_TEMPERATURES: Final = (
    Named("°C", "degree_Celsius", "°c; ° c; °с",
          "degrees celsius; degrees centigrade; degree celsius",
          "grad celsius", "градусов цельсия; градуса цельсия; градусов по цельсию"),
    Named("°F", "degree_Fahrenheit", "°f; ° f", "degrees fahrenheit", "grad fahrenheit",
          "градусов по фаренгейту", metric=False),
    Named("°R", "degree_Reaumur", "°r; ° r; °re", "degrees réaumur; degrees reaumur",
          "grad réaumur; grad reaumur", "градусов реомюра; градусов по реомюру", metric=False),
)  # fmt: skip

_SHARES: Final = (
    Named("%", "1", "%; pct", "percent; per cent; percents; p c; pc; per centum; pro cent",
          "prozent; vh; v h; vom hundert", "процент; процента; процентов; проценты;"
          " процентам; процентами; процентах; проц"),
    Named("‰", "1/10", "‰", "per mille; per mill; permille", "promille", "промилле"),
)  # fmt: skip


def _raised(
    lengths: tuple[Named, ...], power: int, english: str, german: str, russian: str
) -> Iterator[Named]:
    """Make square or cubic units of lengths, in every form of each."""
    for unit in lengths:
        yield Named(
            f"{unit.symbol}^{power}",
            f"{unit.pint} ** {power}",
            "; ".join(f"{form}{mark}{power}" for form in _listed(unit.signs) for mark in ("", "^")),
            _prefixed(english, " ", unit.english + ";" + unit.signs),
            _prefixed(german, "", unit.german),
            _prefixed(russian, " ", unit.russian)
            + "".join(f"; {form}{power}" for form in _listed(unit.russian) if len(form) < 3),
            metric=unit.metric,
        )


def _prefixed(prefixes: str, joint: str, forms: str) -> str:
    return "; ".join(
        prefix + joint + form for prefix in prefixes.split() for form in _listed(forms)
    )


_SQUARES: Final = tuple(
    _raised(
        tuple(unit for unit in _LENGTHS if unit.symbol not in {"nautical mile", "mm"}),
        2,
        "square sq",
        "quadrat",
        "квадратных квадратные квадратный квадратная квадратной квадратную кв",
    )
)
_CUBES: Final = tuple(
    _raised(
        tuple(unit for unit in _LENGTHS if unit.symbol in {"m", "cm", "sazhen", "foot"}),
        3,
        "cubic cu",
        "kubik",
        "кубических кубические кубический кубическая кубической куб",
    )
)

NAMES: Final[dict[Family, tuple[Named, ...]]] = {
    Family.LENGTH: _LENGTHS,
    Family.MASS: _MASSES,
    Family.AREA: _AREAS + _SQUARES,
    Family.VOLUME: _VOLUMES + _CUBES,
    Family.SPEED: _SPEEDS,
    Family.TIME: _TIMES,
    Family.MONTHS: _MONTHS,
    Family.TEMPERATURE: _TEMPERATURES,
    Family.SHARE: _SHARES,
}
