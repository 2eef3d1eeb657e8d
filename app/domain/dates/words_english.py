"""The English words of dates."""

from __future__ import annotations

from app.domain.dates.roles import DAY_AT_EDGE, DAYS_AT_EDGE, MONTHS_AT_EDGE, Role, Words

ENGLISH: tuple[Words, ...] = (
    (Role.MONTH, 1, 0, "january, jan"),
    (Role.MONTH, 2, 0, "february, feb, febr"),
    (Role.MONTH, 3, 0, "march, mar"),
    (Role.MONTH, 4, 0, "april, apr"),
    (Role.MONTH, 5, 0, "may"),
    (Role.MONTH, 6, 0, "june, jun"),
    (Role.MONTH, 7, 0, "july, jul"),
    (Role.MONTH, 8, 0, "august, aug"),
    (Role.MONTH, 9, 0, "september, sept, sep"),
    (Role.MONTH, 10, 0, "october, oct"),
    (Role.MONTH, 11, 0, "november, nov"),
    (Role.MONTH, 12, 0, "december, dec"),
    (Role.SEASON, 1, 0, "spring, springtime"),
    (Role.SEASON, 2, 0, "summer, summertime"),
    (Role.SEASON, 3, 0, "autumn, fall"),
    (Role.SEASON, 4, 0, "winter, wintertime"),
    (Role.WEEKDAY, 0, 0, "monday, mon"),
    (Role.WEEKDAY, 1, 0, "tuesday, tue, tues"),
    (Role.WEEKDAY, 2, 0, "wednesday, wed"),
    (Role.WEEKDAY, 3, 0, "thursday, thu, thur, thurs"),
    (Role.WEEKDAY, 4, 0, "friday, fri"),
    (Role.WEEKDAY, 5, 0, "saturday, sat"),
    (Role.WEEKDAY, 6, 0, "sunday, sun"),
    (Role.PART, 1, 3, "early, early part, first part"),
    (Role.PART, 2, 3, "mid, middle, middle part"),
    (Role.PART, 3, 3, "late, latter part, last part"),
    (Role.PART, 1, DAY_AT_EDGE, "first day"),
    (Role.PART, 3, DAY_AT_EDGE, "last day, final day"),
    (Role.PART, 1, DAYS_AT_EDGE, "first days, first few days, opening days"),
    (Role.PART, 3, DAYS_AT_EDGE, "last days, last few days, final days, closing days"),
    (Role.PART, 1, MONTHS_AT_EDGE, "first months, first few months, opening months"),
    (Role.PART, 3, MONTHS_AT_EDGE, "last months, last few months, final months, closing months"),
    (Role.WEEK, 0, 0, "week"),
    (Role.EDGE, 1, 3, "beginning, start, begin"),
    (Role.EDGE, 3, 3, "end, close"),
    (Role.FRACTION, 0, 2, "half"),
    (Role.FRACTION, 0, 3, "thirds"),
    (Role.FRACTION, 0, 4, "quarter"),
    (Role.FRACTION, 1, 4, "q"),
    (Role.FRACTION, 0, 10, "decade"),
    (Role.ORDINAL, -1, 0, "last, final, latter"),
    (Role.CENTURY, 0, 0, "century, centuries, cent"),
    (Role.CIRCA_OR_CENTURY, 0, 0, "c, cc"),
    (Role.MILLENNIUM, 0, 0, "millennium, millennia"),
    (Role.ERA, -1, 0, "bc, b c, bce, b c e, before christ, before the common era"),
    (Role.ERA, 1, 0, "ad, a d, ce, c e, anno domini, common era"),
    (
        Role.MARK,
        2,
        0,
        """
        ca, circa, cca, about, around, approximately, approx, abt, roughly, some time around,
        rounded, est, estimated, toward, towards, in or about, on or about, or thereabouts,
        thereabouts
        """,
    ),
    (
        Role.MARK,
        1,
        0,
        """
        perhaps, probably, possibly, presumably, maybe, apparently, likely, uncertain,
        supposedly
        """,
    ),
    (Role.CALENDAR, 1, 0, "os, o s, old style, julian, julian calendar, julian style"),
    (Role.CALENDAR, 0, 0, "ns, n s, new style, gregorian, gregorian calendar, gregorian style"),
    (Role.CALENDAR, 2, 0, "russian calendar, russian style"),
    (Role.BEFORE, 0, 0, "before, prior to, earlier than, bef, pre"),
    (Role.AFTER, 0, 0, "after, later than, aft, post"),
    (
        Role.BY,
        0,
        0,
        """
        by, until, till, up to, up until, not after, not later than, no later than, at the
        latest by, at latest, on or before, in or before, before or in, before or on, not any
        later than, up to and including, through and including
        """,
    ),
    (
        Role.FROM,
        1,
        0,
        """
        since, from, starting, starting in, beginning from, not before, not earlier than, no
        earlier than, on or after, in or after, after or in, after or on, as from
        """,
    ),
    (Role.TO, 0, 0, "to, through, thru"),
    (Role.BETWEEN, 0, 0, "between, bet, betw, btw"),
    (Role.AND, 0, 0, "and"),
    (Role.OR, 0, 0, "or, or else"),
    (Role.ONWARDS, 0, 0, "onwards, onward"),
    (
        Role.OR_LATER,
        0,
        0,
        """
        or later, and later, at the earliest, or thereafter
        """,
    ),
    (Role.OR_EARLIER, 0, 0, "or earlier, and earlier, at the latest"),
    (Role.INCLUSIVE, 0, 0, "inclusive, included, inclusively"),
    (Role.NIGHT, 1, 0, "night of, night, overnight"),
    (Role.FROM, 2, 0, "night from, night between"),
    (Role.YEARS, 0, 0, "years"),
    (
        Role.FILLER,
        0,
        0,
        """
        the, of, in, on, at, during, year, month, day, date, dated, anno, either,
        sometime, some time, a, as of, season, in course of, course of, sic
        """,
    ),
    (
        Role.FEAST,
        0,
        0,
        """
        easter, whitsun, whitsunday, pentecost, christmas, michaelmas, martinmas, candlemas,
        lent, advent, epiphany, ascension, corpus christi, all saints, trinity, shrovetide, lady
        day, lammas, hilary, st john, st martin, good friday, palm sunday, new year, ash
        wednesday, ramadan, passover, may day, labour day, all souls, halloween,
        midsummer, twelfth night, boxing day, eve
        """,
    ),
    (
        Role.REIGN,
        0,
        0,
        """
        henry, hen, edward, edw, elizabeth, eliz, george, geo, william, charles, james, jas,
        richard, ric, stephen, john, mary, anne, victoria, vict, louis, philip, napoleon, reign,
        regnal, regni, regnal year, accession, consulship, pontificate
        """,
    ),
    (
        Role.UNDATED,
        0,
        0,
        """
        undated, unknown, date unknown, nd, n d, sine dato, s d, no date, unclear, never, today,
        yesterday, now
        """,
    ),
)
