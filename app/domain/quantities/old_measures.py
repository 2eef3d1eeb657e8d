"""Measures that only old sources use: British, Russian and German ones, by their names.

A German mile, foot or bushel is read only where its land is named, because every land had its
own; a word that a law left with two sizes (a hundredweight, a pint) allows both.
"""

from __future__ import annotations

from typing import Final

from app.domain.quantities.unit_names import Family, Named

_LENGTHS: Final = (
    Named("fathom", "2 * yard", "", "fathom; fathoms", metric=False),
    Named("furlong", "220 * yard", "", "furlong; furlongs", metric=False),
    Named("mile", "mile", "", "", "englische meile; englische meilen; englischen meilen",
          "английская миля; английских миль; английские мили; английской мили", metric=False),
    Named("liniya", "inch / 10", "", "liniya; liniyas; liniia", "",
          "линия; линии; линий", metric=False),
    Named("Russian mile", "7 * verst", "", "russian mile; russian miles",
          "russische meile; russische meilen; russischen meilen",
          "русская миля; русских миль; русские мили", metric=False),
    Named("Prussian mile", "prussian_mile", "", "prussian mile; prussian miles",
          "preussische meile; preussische meilen; preussischen meilen", metric=False),
    Named("German mile", "geographic_mile|prussian_mile", "", "german mile; german miles;"
          " geographical mile; geographical miles",
          "deutsche meile; deutsche meilen; deutschen meilen; geographische meile;"
          " geographische meilen; geographischen meilen",
          "немецкая миля; немецких миль; немецкие мили", metric=False),
    Named("Prussian foot", "prussian_foot", "", "prussian foot; prussian feet",
          "preussischer fuss; preussische fuss; preussischen fuss", metric=False),
    Named("Prussian inch", "prussian_foot / 12", "", "prussian inch; prussian inches",
          "preussischer zoll; preussische zoll; preussischen zoll", metric=False),
    Named("Prussian ell", "prussian_foot * 17 / 8", "", "prussian ell; prussian ells",
          "preussische elle; preussische ellen; preussischen ellen; berliner elle;"
          " berliner ellen", metric=False),
    Named("Viennese fathom", "1.896484 * meter", "", "viennese fathom; viennese fathoms",
          "wiener klafter; wiener klaftern", metric=False),
)  # fmt: skip

_MASSES: Final = (
    Named("stone", "14 * pound", "st", "stone; stones", metric=False),
    Named("hundredweight", "100 * pound|112 * pound", "cwt; cwts",
          "hundredweight; hundredweights", metric=False),
    Named("long hundredweight", "112 * pound", "long cwt",
          "long hundredweight; long hundredweights", metric=False),
    Named("short hundredweight", "100 * pound", "short cwt",
          "short hundredweight; short hundredweights", metric=False),
    Named("Russian lot", "funt / 32", "", "russian lot; russian lots", "",
          "лот; лота; лотов; лоты", metric=False),
)  # fmt: skip

_AREAS: Final = (
    Named("Prussian morgen", "25920 * prussian_foot ** 2", "", "prussian morgen",
          "preussischer morgen; preussische morgen; preussischen morgen", metric=False),
)  # fmt: skip

_VOLUMES: Final = (
    Named("pint", "pint|imperial_pint", "", "pint; pints", russian="пинта; пинты; пинт",
          metric=False),
    Named("quart", "quart|imperial_quart", "", "quart; quarts", "",
          "кварта; кварты; кварт", metric=False),
    Named("bushel", "bushel|imperial_bushel", "", "bushel; bushels", "",
          "бушель; бушеля; бушелей", metric=False),
    Named("peck", "peck|imperial_peck", "", "peck; pecks", metric=False),
    Named("vedro", "vedro", "", "vedro; vedros; vedra", "wedro; wedros",
          "ведро; ведра; ведер; ведром", metric=False),
    Named("shtof", "vedro / 10", "", "shtof; shtofs", "stof; stofs",
          "штоф; штофа; штофов; штофы", metric=False),
    Named("charka", "vedro / 100", "", "charka; charkas", "",
          "чарка; чарки; чарок", metric=False),
    Named("chetvert", "8 * chetverik", "", "chetvert; chetverts; tchetvert; tchetverts",
          "tschetwert; tschetwerts", "четвертей", metric=False),
    Named("osmina", "4 * chetverik", "", "osmina; osminas", "",
          "осьмина; осьмины; осьмин", metric=False),
    Named("chetverik", "chetverik", "", "chetverik; chetveriks", "",
          "четверик; четверика; четвериков; четверики", metric=False),
    Named("garnets", "chetverik / 8", "", "garnets; garnetses", "",
          "гарнец; гарнца; гарнцев; гарнцы", metric=False),
    Named("Prussian scheffel", "prussian_scheffel", "", "prussian scheffel; prussian bushel;"
          " prussian bushels; prussian scheffels",
          "preussischer scheffel; preussische scheffel; preussischen scheffel;"
          " berliner scheffel", metric=False),
)  # fmt: skip

_TIMES: Final = (
    Named("quarter hour", "15 * minute", "", "quarter hour; quarter hours",
          "viertelstunde; viertelstunden"),
)  # fmt: skip

_MONTHS: Final = (
    Named("quarter year", "3", "", "quarter year; quarter years", "vierteljahr; vierteljahre;"
          " vierteljahren"),
    Named("half year", "6", "", "half year; half years", "halbjahr; halbjahre; halbjahren",
          "полугодие; полугодия; полугодий"),
)  # fmt: skip

OLD_NAMES: Final[dict[Family, tuple[Named, ...]]] = {
    Family.LENGTH: _LENGTHS,
    Family.MASS: _MASSES,
    Family.AREA: _AREAS,
    Family.VOLUME: _VOLUMES,
    Family.TIME: _TIMES,
    Family.MONTHS: _MONTHS,
}
