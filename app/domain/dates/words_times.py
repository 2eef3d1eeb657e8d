"""The words of times of day in English, German and Russian; hours are read but never compared."""

from __future__ import annotations

from app.domain.dates.roles import Role, Words

_COUNTS = (
    "one, ein, eins, один, одного",
    "two, zwei, два, двух",
    "three, drei, три, трех",
    "four, vier, четыре, четырех",
    "five, fünf, пять, пяти",
    "six, sechs, шесть, шести",
    "seven, sieben, семь, семи",
    "eight, acht, восемь, восьми",
    "nine, neun, девять, девяти",
    "ten, zehn, десять, десяти",
    "eleven, elf, одиннадцать, одиннадцати",
    "twelve, zwölf, двенадцать, двенадцати",
)

_OFFSETS = (
    (
        ("day", "days", "week", "weeks", "month", "months", "year", "morning", "evening", "night"),
        ("after", "before", "later", "earlier", "following", "preceding"),
    ),
    (
        ("tag", "tage", "woche", "wochen", "monat", "monate", "jahr", "morgen", "abend", "nacht"),
        ("nach", "nach dem", "vor", "vor dem", "später", "früher", "danach", "davor"),
    ),
    (
        (
            "день",
            "дня",
            "дней",
            "неделю",
            "месяц",
            "месяца",
            "год",
            "года",
            "утро",
            "вечер",
            "ночь",
        ),
        ("после", "спустя"),
    ),
)
"""Spans of time with what counts them from a date: *the day after*, *год спустя*."""

TIME_WORDS: tuple[Words, ...] = (
    *((Role.COUNT, index, 0, words) for index, words in enumerate(_COUNTS, start=1)),
    (Role.AM, 0, 0, "am"),
    (Role.HOURS, 0, 12, "a m, p m, pm, o'clock, oclock"),
    (Role.HOURS, 0, 24, "hours, hrs, hour, h, uhr, час, часа, часов, часам, часами, часу, ч"),
    (Role.HOURS, 0, 12, "часа дня, часов дня, ч дня, часа ночи, часов ночи, ч ночи"),
    (Role.HOURS, 1, 12, "час дня, час ночи, часу дня, часу ночи"),
    (
        Role.ZONE,
        0,
        0,
        """
        gmt, utc, cet, cest, mez, mesz, мск, local time, moscow time, berlin time, ortszeit,
        berliner zeit, moskauer zeit, московского времени, по московскому времени, по москве,
        по берлинскому времени, местного времени, по местному времени
        """,
    ),
    (Role.MINUTES, 0, 0, "minutes, min, minuten, минута, минуты, минут, мин"),
    (
        Role.DAYTIME,
        0,
        0,
        """
        morning, forenoon, afternoon, evening, noon, midday, dawn, daybreak, sunrise, dusk,
        sunset, nightfall, twilight, first light, daylight
        """,
    ),
    (
        Role.DAYTIME,
        0,
        0,
        """
        morgen, morgens, vormittag, vormittags, mittag, mittags, nachmittag, nachmittags, abend,
        abends, früh, in der früh, morgengrauen, tagesanbruch, sonnenaufgang, sonnenuntergang,
        dämmerung, morgendämmerung, abenddämmerung, morgenstunden, vormittagsstunden,
        mittagsstunden, nachmittagsstunden, abendstunden, einbruch der dunkelheit
        """,
    ),
    (
        Role.DAYTIME,
        0,
        0,
        """
        утро, утром, утру, под утро, вечер, вечером, вечеру, под вечер, днем, полдень, полудня,
        полудню, полуднем, пополудни, рассвет, рассвета, рассвете, рассвету, рассветом, заря,
        зари, заре, на рассвете, на заре, на закате, закат, заката, закате,
        сумерки, сумерках, первой половине дня, второй половине дня, первая половина дня,
        вторая половина дня
        """,
    ),
    (Role.DAYTIME, 1, 0, "утра, вечера, ночи"),
    (Role.NIGHT, 1, 0, "at night, nachts"),
    *(
        (Role.OFFSET, 0, 0, ", ".join(f"{unit} {word}" for unit in units for word in words))
        for units, words in _OFFSETS
    ),
    (Role.MIDNIGHT, 0, 0, "midnight, mitternacht, полночь, полночи, полуночи, полночью"),
)
"""``early hours`` and their like need no number: see ``times``."""
