"""The words about a quantity that are neither its number nor its unit, in three languages.

Each table row is a list of phrases parted by ``;``, already folded (lower case, ``ß`` as ``ss``,
``ё`` as ``е``, no full stops). The lexer takes the longest phrase that fits.
"""

from __future__ import annotations

import enum
from typing import Final


class Sense(enum.Enum):
    """What a word or sign does in the statement of a quantity."""

    NUMERAL = enum.auto()
    CARDINAL = enum.auto()
    SCALE = enum.auto()
    VAGUE = enum.auto()
    FRACTION = enum.auto()
    PLUS_PART = enum.auto()
    ARTICLE = enum.auto()
    NOTHING = enum.auto()
    SHARE_BAND = enum.auto()
    ABOUT = enum.auto()
    ABOUT_AFTER = enum.auto()
    DOUBT = enum.auto()
    AT_LEAST = enum.auto()
    AT_MOST = enum.auto()
    MORE_THAN = enum.auto()
    LESS_THAN = enum.auto()
    NEARLY = enum.auto()
    JUST_OVER = enum.auto()
    OR_MORE = enum.auto()
    OR_LESS = enum.auto()
    JUST_OVER_AFTER = enum.auto()
    UP_TO = enum.auto()
    FROM = enum.auto()
    BETWEEN = enum.auto()
    TO = enum.auto()
    DASH = enum.auto()
    MINUS = enum.auto()
    PLUS_MINUS = enum.auto()
    AGED = enum.auto()
    AND = enum.auto()
    BUT = enum.auto()
    OR = enum.auto()
    COMMA = enum.auto()
    COLON = enum.auto()
    SLASH = enum.auto()
    OF = enum.auto()
    PER = enum.auto()
    THE = enum.auto()
    FILLER = enum.auto()
    FILLER_BEFORE = enum.auto()
    FILLER_AFTER = enum.auto()
    UNIT = enum.auto()
    MONEY = enum.auto()
    WORD = enum.auto()
    ORDINAL = enum.auto()
    REFUSED = enum.auto()
    SIGN = enum.auto()


class Language(enum.StrEnum):
    """The language a phrase belongs to; ``NONE`` for signs and symbols."""

    NONE = ""
    ENGLISH = "en"
    GERMAN = "de"
    RUSSIAN = "ru"


ENGLISH: Final[dict[Sense, str]] = {
    Sense.ABOUT: "about; around; roughly; approximately; approximate; approx; circa;"
    " c; ca; cca; some; somewhere around; in the region of; in the order of; on the order of;"
    " of the order of; close to; close on; an estimated; estimated; estimated at",
    Sense.ABOUT_AFTER: "or so; or thereabouts; odd; or about that; more or less; give or take",
    Sense.DOUBT: "perhaps; possibly; probably; maybe; presumably; apparently; likely; it seems;"
    " allegedly; reportedly; supposedly",
    Sense.AT_LEAST: "at least; at the least; no fewer than; no less than; not fewer than;"
    " not less than; not under; a minimum of; minimum of; minimum; min; upwards of; upward of",
    Sense.AT_MOST: "at most; at the most; no more than; not more than; not over; a maximum of;"
    " maximum of; maximum; max; not exceeding; as many as",
    Sense.MORE_THAN: "more than; over; above; in excess of; exceeding; greater than; well over;"
    " far over; far more than; well above; many more than",
    Sense.LESS_THAN: "fewer than; less than; under; below; smaller than; well under; well below;"
    " far fewer than; far less than",
    Sense.NEARLY: "nearly; almost; just under; not quite; a little under; slightly under;"
    " a little less than; slightly less than; slightly fewer than; well nigh",
    Sense.JUST_OVER: "just over; a little over; slightly over; slightly more than;"
    " a little more than; just above; just more than",
    Sense.OR_MORE: "or more; and more; or over; and over; or above; and above; and upwards;"
    " or upwards; or greater; plus;"
    " upwards; upward; onwards",
    Sense.OR_LESS: "or fewer; or less; and fewer; and less; or under; and under; or below;"
    " and below",
    Sense.UP_TO: "up to; upto; until; till",
    Sense.FROM: "from; starting from",
    Sense.BETWEEN: "between; anything between; somewhere between; anywhere between; anywhere from",
    Sense.TO: "to; through",
    Sense.AND: "and",
    Sense.BUT: "but; yet; but also",
    Sense.OR: "or; or perhaps; or even; or possibly",
    Sense.OF: "of",
    Sense.PER: "per; each; apiece; every",
    Sense.THE: "the; his; her; their; its; our; these; those; them",
    Sense.FILLER: "in total; altogether; all together; in all; all told; overall; exactly;"
    " precisely; only",
    Sense.FILLER_BEFORE: "total; a total of; total of; just; merely; numbering; for;"
    " during; lasting; all; there were; there was; as few as; fully",
    Sense.FILLER_AFTER: "in number; strong; old; of age",
    Sense.MINUS: "minus",
    Sense.PLUS_MINUS: "plus or minus",
    Sense.AGED: "aged; at the age of; age; at age",
    Sense.NOTHING: "none; no one; nobody; no; nil; not one; not a single; not a; not any;"
    " none at all",
}

GERMAN: Final[dict[Sense, str]] = {
    Sense.ABOUT: "etwa; ungefähr; ungefaehr; rund; gegen; zirka; circa; ca; um die; um; an die;"
    " schätzungsweise; annähernd; in etwa; so um die",
    Sense.ABOUT_AFTER: "oder so; mehr oder weniger",
    Sense.DOUBT: "vielleicht; wohl; vermutlich; wahrscheinlich; möglicherweise; angeblich;"
    " anscheinend",
    Sense.AT_LEAST: "mindestens; wenigstens; zumindest; nicht weniger als; minimal; nicht unter",
    Sense.AT_MOST: "höchstens; hoechstens; maximal; nicht mehr als; allenfalls; nicht über",
    Sense.MORE_THAN: "mehr als; über; ueber; größer als; weit über; weit mehr als; deutlich über;"
    " deutlich mehr als",
    Sense.LESS_THAN: "weniger als; unter; kleiner als; weit unter; weit weniger als;"
    " deutlich weniger als",
    Sense.NEARLY: "fast; beinahe; nahezu; knapp; kaum; nicht ganz; etwas weniger als",
    Sense.JUST_OVER: "gut; etwas über; etwas mehr als; knapp über",
    Sense.OR_MORE: "oder mehr; und mehr; und darüber; oder darüber",
    Sense.OR_LESS: "oder weniger; und weniger; und darunter; oder darunter",
    Sense.UP_TO: "bis; bis zu",
    Sense.FROM: "von; ab",
    Sense.BETWEEN: "zwischen",
    Sense.AND: "und",
    Sense.BUT: "aber; jedoch",
    Sense.OR: "oder; oder gar; oder vielleicht; bzw; beziehungsweise",
    Sense.PER: "pro; je",
    Sense.THE: "der; die; das; den; dem; des; seine; seiner; ihre; ihrer; seinen; ihren",
    Sense.FILLER: "insgesamt; zusammen; im ganzen; genau; nur",
    Sense.FILLER_BEFORE: "lediglich; bloss; alle; gesamt",
    Sense.AGED: "im alter von; alter",
    Sense.FILLER_AFTER: "alt; stark; an der zahl",
    Sense.NOTHING: "keine; keiner; keinen; kein; keines; keinem; niemand; kein einziger;"
    " keine einzige; kein einziges; nicht ein einziger; nicht einer; nicht ein; nicht eine",
}

RUSSIAN: Final[dict[Sense, str]] = {
    Sense.ABOUT: "около; примерно; приблизительно; порядка; в районе; ориентировочно; где то",
    Sense.ABOUT_AFTER: "или около того",
    Sense.DOUBT: "возможно; вероятно; может быть; наверное; видимо; предположительно; якобы;"
    " пожалуй",
    Sense.AT_LEAST: "не менее; не менее чем; не меньше; не меньше чем; по меньшей мере;"
    " по крайней мере; как минимум; минимум; самое меньшее; хотя бы",
    Sense.AT_MOST: "не более; не более чем; не больше; не больше чем; самое большее; максимум;"
    " не свыше; от силы",
    Sense.MORE_THAN: "более; более чем; больше; больше чем; свыше; выше; гораздо более;"
    " гораздо больше; значительно более; значительно больше; намного больше",
    Sense.LESS_THAN: "менее; менее чем; меньше; меньше чем; ниже; гораздо менее; гораздо меньше;"
    " значительно менее; значительно меньше; намного меньше",
    Sense.NEARLY: "почти; без малого; чуть менее; чуть меньше; немногим менее; едва не; почти что",
    Sense.JUST_OVER: "чуть более; чуть больше; немногим более; немногим больше; немного более;"
    " немного больше",
    Sense.JUST_OVER_AFTER: "с лишним; с небольшим; с лишком",
    Sense.OR_MORE: "или более; и более; или больше; и больше; и выше",
    Sense.OR_LESS: "или менее; и менее; или меньше; и меньше; и ниже",
    Sense.UP_TO: "до; вплоть до",
    Sense.FROM: "от; начиная от; начиная с",
    Sense.BETWEEN: "между; в пределах от",
    Sense.AND: "и",
    Sense.BUT: "но; однако; а",
    Sense.OR: "или; либо; или даже; а то и",
    Sense.PER: "в; на; каждый; за",
    Sense.THE: "его; их; ее; этих; тех; этого",
    Sense.FILLER: "всего; итого; в общей сложности; вместе; ровно; точно; в целом; только; лишь",
    Sense.FILLER_BEFORE: "все; всех; численностью",
    Sense.AGED: "в возрасте; возрастом; возраст",
    Sense.FILLER_AFTER: "от роду",
    Sense.MINUS: "минус",
    Sense.NOTHING: "нет; ни одного; ни одной; ни одно; ни один; ни одна; никого; никто; никаких;"
    " ни единого",
}

SIGNS: Final[dict[str, Sense]] = {
    "~": Sense.ABOUT,
    "≈": Sense.ABOUT,
    "∼": Sense.ABOUT,
    "?": Sense.DOUBT,
    ">=": Sense.AT_LEAST,
    "≥": Sense.AT_LEAST,
    "<=": Sense.AT_MOST,
    "≤": Sense.AT_MOST,
    ">": Sense.MORE_THAN,
    "<": Sense.LESS_THAN,
    "+": Sense.OR_MORE,
    "±": Sense.PLUS_MINUS,
    "+/-": Sense.PLUS_MINUS,
    "-": Sense.DASH,
    "..": Sense.DASH,
    "...": Sense.DASH,
    "&": Sense.AND,
    "|": Sense.OR,
    ",": Sense.COMMA,
    ";": Sense.COMMA,
    ":": Sense.COLON,
    "/": Sense.SLASH,
    "=": Sense.FILLER,
}

REFUSED: Final[dict[str, str]] = {
    word: reason
    for reason, words in {
        "gives no bounds; write the number, a range or “several”": "many; most of them; a lot;"
        " lots; numerous; countless; uncounted; a large number; a number; a great many; plenty;"
        " viele; vielen; zahlreiche; zahllose; manche; много; многие; многих; множество; масса;"
        " немало; myriad; myriads",
        "says that nothing is known; leave it blank or choose the stance “silent”": "unknown;"
        " not known; no data; no information; not stated; no figure; no figures; n a; unbekannt;"
        " keine angabe; keine angaben; keine zahlen; k a; неизвестно; нет данных; нет сведений",
        "is a measure that differed from land to land; write it in metres or kilograms, or name"
        " the land (Prussian miles)": "meile; meilen; fuss; zoll; elle; ellen; morgen; scheffel;"
        " scheffeln; klafter; klaftern; lot; lote; rute; ruten; joch; metze; metzen; malter; lieue;"
        " lieues; league; leagues; arpent; arpents; toise; toises; миля; мили; миль; милю",
        "makes it a rate, which is not a quantity of one unit": "daily; weekly; monthly; yearly;"
        " annually; hourly; nightly; täglich; wöchentlich; monatlich; jährlich; stündlich;"
        " ежедневно; еженедельно; ежемесячно; ежегодно",
        "is no part of a quantity": "sic; respectively; officially; unofficially; offiziell;"
        " официально; versus; vs; resp",
        "reads like a date": "г; гг; года рождения; january; february; july; august;"
        " september; october; november; december; januar; februar; juli; dezember; января; февраля;"
        " марта; апреля; мая; июня; июля; августа; сентября; октября; ноября; декабря",
    }.items()
    for word in (part.strip() for part in words.split(";"))
}
"""Words that look like a quantity and must not be guessed at, each with the reason."""


def split_phrases(row: str) -> list[tuple[str, ...]]:
    """Return the phrases of a table row, each as its words."""
    return [tuple(part.split()) for part in row.split(";") if part.strip()]
