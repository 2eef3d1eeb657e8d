"""The German words of dates."""

from __future__ import annotations

from app.domain.dates.roles import DAY_AT_EDGE, DAYS_AT_EDGE, MONTHS_AT_EDGE, Role, Words

GERMAN: tuple[Words, ...] = (
    (Role.MONTH, 1, 0, "januar, januars, jan, jän, jänner, jaenner"),
    (Role.MONTH, 2, 0, "februar, februars, feber"),
    (Role.MONTH, 3, 0, "märz, maerz, märzes, mrz, mär"),
    (Role.MONTH, 4, 0, "aprils"),
    (Role.MONTH, 5, 0, "mai, mais"),
    (Role.MONTH, 6, 0, "juni, junis, juno"),
    (Role.MONTH, 7, 0, "juli, julis"),
    (Role.MONTH, 8, 0, "augusts"),
    (Role.MONTH, 9, 0, "septembers"),
    (Role.MONTH, 10, 0, "oktober, oktobers, okt"),
    (Role.MONTH, 11, 0, "novembers"),
    (Role.MONTH, 12, 0, "dezember, dezembers, dez"),
    (Role.SEASON, 1, 0, "frühling, frühlings, frühjahr, frühjahrs, fruehjahr, fruehling, lenz"),
    (Role.SEASON, 2, 0, "sommer, sommers"),
    (Role.SEASON, 3, 0, "herbst, herbstes, herbsts"),
    (Role.SEASON, 4, 0, "winters"),
    (Role.WEEKDAY, 0, 0, "montag, mo"),
    (Role.WEEKDAY, 1, 0, "dienstag, di"),
    (Role.WEEKDAY, 2, 0, "mittwoch, mi"),
    (Role.WEEKDAY, 3, 0, "donnerstag, do"),
    (Role.WEEKDAY, 4, 0, "freitag, fr"),
    (Role.WEEKDAY, 5, 0, "samstag, sonnabend, sa"),
    (Role.WEEKDAY, 6, 0, "sonntag, so"),
    (Role.PART, 1, 3, "frühen, frühe, früher, frühes"),
    (Role.PART, 2, 3, "mitte, mittleren, mittlere, jahresmitte, monatsmitte"),
    (Role.PART, 3, 3, "späten, späte, später, spätes, ausgehenden"),
    (Role.PART, 1, DAY_AT_EDGE, "erster tag, ersten tag, ersten tages"),
    (Role.PART, 3, DAY_AT_EDGE, "letzter tag, letzten tag, letzten tages"),
    (Role.PART, 1, DAYS_AT_EDGE, "ersten tagen, ersten tage, erste tage"),
    (Role.PART, 3, DAYS_AT_EDGE, "letzten tagen, letzten tage, letzte tage"),
    (Role.PART, 1, MONTHS_AT_EDGE, "ersten monaten, ersten monate, erste monate"),
    (Role.PART, 3, MONTHS_AT_EDGE, "letzten monaten, letzten monate, letzte monate"),
    (Role.WEEK, 0, 0, "woche"),
    (
        Role.EDGE,
        1,
        3,
        "anfang, anfangs, anf, beginn, jahresanfang, jahresbeginn, monatsanfang, monatsbeginn",
    ),
    (Role.EDGE, 3, 3, "ende, jahresende, monatsende"),
    (
        Role.FRACTION,
        0,
        2,
        "hälfte, haelfte, halbjahr, halbjahres, jahreshälfte, monatshälfte, jahrhunderthälfte",
    ),
    (Role.FRACTION, 0, 10, "jahrzehnt, jahrzehnts, jahrzehnte"),
    (Role.FRACTION, 0, 3, "drittel, drittels"),
    (Role.FRACTION, 0, 4, "viertel, viertels, quartal, quartals, vierteljahr"),
    (Role.ORDINAL, -1, 0, "letzte, letzten, letzter, letztes"),
    (
        Role.CENTURY,
        0,
        0,
        """
        jahrhundert, jahrhunderts, jahrhunderte, jh, jhs, jhd, jhdt, jhdts, jahrh
        """,
    ),
    (Role.MILLENNIUM, 0, 0, "jahrtausend, jahrtausends, jt, jtsd"),
    (
        Role.ERA,
        -1,
        0,
        """
        v chr, vor chr, v christus, vor christus, v christi geburt, vor christi geburt, v u z,
        vor unserer zeitrechnung, v d z
        """,
    ),
    (
        Role.ERA,
        1,
        0,
        """
        n chr, nach chr, n christus, nach christus, nach christi geburt, u z, n u z, unserer
        zeitrechnung, nach unserer zeitrechnung
        """,
    ),
    (
        Role.MARK,
        2,
        0,
        """
        um, gegen, etwa, zirka, rund, rd, ungefähr, annähernd, gerundet, schätzungsweise
        """,
    ),
    (
        Role.MARK,
        1,
        0,
        """
        wohl, vielleicht, wahrscheinlich, vermutlich, möglicherweise, angeblich, mutmaßlich,
        unsicher, vmtl, wahrsch
        """,
    ),
    (
        Role.CALENDAR,
        1,
        0,
        """
        alten stils, alter stil, a st, a stils, a s, nach altem stil, julianisch, julianischer
        kalender, julianischen kalenders
        """,
    ),
    (
        Role.CALENDAR,
        0,
        0,
        """
        neuen stils, neuer stil, n st, n stils, nach neuem stil, gregorianisch, gregorianischer
        kalender, gregorianischen kalenders, greg
        """,
    ),
    (Role.BEFORE, 0, 0, "vor, vor dem, früher als, eher als"),
    (Role.AFTER, 0, 0, "nach, nach dem, später als"),
    (
        Role.BY,
        0,
        0,
        """
        bis, bis zum, bis zur, bis zu, spätestens bis, nicht nach, nicht später als,
        bis spätestens, bis einschließlich, bis inklusive, am oder vor, am oder vor dem, vor oder
        am, im oder vor, in oder vor, vor oder im, vor oder in
        """,
    ),
    (
        Role.FROM,
        1,
        0,
        """
        ab, seit, seit dem, ab dem, nicht vor, nicht früher als, frühestens ab, frühestens seit, am
        oder nach, am oder nach dem, nach oder am, im oder nach, in oder nach, nach oder im, nach
        oder in
        """,
    ),
    (Role.BY, 0, 1, "spätestens"),
    (Role.FROM, 1, 1, "frühestens"),
    (Role.FROM, 0, 0, "von, vom"),
    (Role.TO, 0, 0, "zum, auf, auf den"),
    (Role.BETWEEN, 0, 0, "zwischen, zw"),
    (Role.AND, 0, 0, "und, u"),
    (Role.OR, 0, 0, "oder, oder aber, bzw, beziehungsweise"),
    (Role.ONWARDS, 0, 0, "an"),
    (Role.OR_LATER, 0, 0, "oder später, oder danach, und später, oder nachher"),
    (Role.OR_EARLIER, 0, 0, "oder früher, oder davor, und früher, oder vorher"),
    (Role.INCLUSIVE, 0, 0, "einschließlich, inklusive, einschl, inkl"),
    (Role.NIGHT, 1, 0, "nacht des, nacht"),
    (Role.NIGHT, -1, 0, "nacht auf, nacht auf den, nacht zum, nacht zu"),
    (Role.FROM, 2, 0, "nacht vom, nacht von, nacht zwischen, nacht zwischen dem"),
    (Role.YEARS, 0, 0, "jahre, jahren"),
    (
        Role.FILLER,
        0,
        0,
        """
        im, in, in der, den, dem, der, des, die, das, jahr, jahres, monat, monats, tag, entweder,
        zur zeit, laufe, zeit, datiert, herum, verlauf
        """,
    ),
    (
        Role.FEAST,
        0,
        0,
        """
        ostern, ostersonntag, ostermontag, karfreitag, pfingsten, pfingstsonntag, weihnachten,
        heiligabend, michaelis, martini, lichtmess, fronleichnam, himmelfahrt, johannis,
        silvester, neujahr, allerheiligen, epiphanias, trinitatis, fastnacht, jahreswechsel,
        jahreswende, vorabend
        """,
    ),
    (
        Role.REIGN,
        0,
        0,
        """
        regierungsjahr, regierungsjahre, regierungszeit, heinrich, heinrichs, ludwig, karl,
        friedrich, wilhelm, otto, konrad, pontifikat
        """,
    ),
    (Role.UNDATED, 0, 0, "undatiert, unbekannt, ohne datum, o d, o j, o dat"),
)

SEASON_PARTS: tuple[tuple[int, int, str], ...] = (
    (1, 1, "vorfrühling, frühfrühling"),
    (2, 1, "frühsommer, fruehsommer"),
    (3, 1, "frühherbst, fruehherbst"),
    (4, 1, "frühwinter, fruehwinter"),
    (2, 2, "hochsommer"),
    (4, 2, "hochwinter"),
    (1, 3, "spätfrühling, spätfrühjahr"),
    (2, 3, "spätsommer, spaetsommer, nachsommer, spätsommers"),
    (3, 3, "spätherbst, spaetherbst, spätherbstes"),
    (4, 3, "spätwinter, spaetwinter"),
)
"""Words that name a third of a season: season, third, words."""

COMPOUNDS: tuple[tuple[Role, int, str], ...] = (
    (Role.FRACTION, 2, "hälfte, haelfte"),
    (Role.FRACTION, 3, "drittel"),
    (Role.WEEK, 0, "woche"),
    (Role.DAYS, 0, "tage, tagen"),
)
"""What is joined to the name of a month, as in *Augusthälfte*: role, of, endings."""
