"""Cut a text into the words, numbers and signs of a date."""

from __future__ import annotations

import re
import unicodedata

from app.domain.dates.roles import Role, Token
from app.domain.dates.times import TIMED, without_hours
from app.domain.dates.words import CYRILLIC_ROMAN, LONGEST, PHRASES, ROMAN, folded

_ORDINAL_ENDINGS = "st|nd|rd|th|-?го|-?й|-?я|-?м|-?му"
_DECADE_ENDINGS = "'?s|ern|ers|er|-?ые|-?ых|-?ми|-?е|-?х"
_LETTER = r"[^\W\d_]"
_HOUR_WORD = r"Uhr|[apAP]\.?\s?[mM]\b|h\b|h(?:ou)?rs|ч|утр|вечер|дня|мск|МСК|MEZ|GMT|UTC"
_ROMAN_MONTH = "[IVXivxХІхі]{1,4}"

_LEXEME = re.compile(
    rf"""\s*(?:
      (?=[0-9])(?:
      (?P<iso>[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?![\w-]))
    | (?P<mask>[0-9]{{1,3}}[Xx]{{1,3}}(?!\w))
    | (?P<numeric>[0-9]{{1,4}}(?P<sep>[./–-])[0-9]{{1,2}}(?P=sep)[0-9]{{1,4}}(?![0-9])
        | [0-9]{{1,2}}\.\s?(?:[0-9]{{1,2}}|{_ROMAN_MONTH})\.\s?[0-9]{{1,4}}(?![0-9])
        | [0-9]{{1,2}}(?P<slant>[/-]){_ROMAN_MONTH}(?P=slant)[0-9]{{1,4}}(?![0-9])
        | [0-9]{{1,2}}\.\s?[0-9]{{1,2}}\.(?![0-9])
        | (?<![Qq])[0-9]{{1,2}}[./-][0-9]{{4}}(?![0-9]))
    | (?P<clock>[0-9]{{1,2}}(?:(?::[0-9]{{2}}){{1,2}}|h[0-9]{{2}})(?![0-9:])
        | [0-9]{{1,2}}\.[0-5][0-9](?=\s*(?:\)?$|{_HOUR_WORD})))
    | (?P<grouped>[0-9]{{1,3}}(?P<gap>[.,\s])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*(?![0-9Xx]))
    | (?P<ordinal>[0-9]+(?:{_ORDINAL_ENDINGS})(?!{_LETTER})|[0-9]{{1,2}}\.(?=\s?/\s?[0-9]))
    | (?P<decade>[0-9]+(?:{_DECADE_ENDINGS})(?!{_LETTER}))
    | (?P<number>[0-9]+)
      )
    | (?P<word>[Oo]'[Cc](?:lock|LOCK)|{_LETTER}+)\.?
    | (?P<sign>\.\.+|\S)
    )""",
    re.VERBOSE,
)
_SIGNS = {
    "-": (Role.DASH, 0),
    "–": (Role.DASH, 1),
    "/": (Role.SLASH, 0),
    "(": (Role.OPEN, 0),
    ")": (Role.CLOSE, 0),
    ",": (Role.COMMA, 0),
    "&": (Role.AND, 0),
    "?": (Role.MARK, 1),
    "~": (Role.MARK, 2),
    "≈": (Role.MARK, 2),
    "%": (Role.MARK, 3),
    **dict.fromkeys(".'\"«»„“”[]=", (Role.FILLER, 0)),
}
_NUMBERS = {
    "iso": Role.ISO,
    "mask": Role.MASK,
    "numeric": Role.NUMERIC,
    "clock": Role.CLOCK,
    "grouped": Role.GROUPED,
    "ordinal": Role.ORDINAL,
    "decade": Role.DECADE,
    "number": Role.NUMBER,
}
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\t\n\r\v\f", " "),
        **dict.fromkeys("‐‑−﹣－", "-"),
        **dict.fromkeys("‒–—―", "–"),
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **{chr(0xFF00 + code): chr(0x20 + code) for code in range(1, 0x5F) if code != 0x0D},
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad\u2060", ""),
    }
)
_LEAST_SMALL = 2


def normalised(text: str) -> str:
    """Return the text composed (NFC), with plain spaces, hyphens, dashes and apostrophes."""
    if text.isascii() and text.isprintable():
        return text.replace("`", "'").strip()
    return unicodedata.normalize("NFC", text).translate(_PLAIN).strip()


def tokens_of(text: str) -> list[Token]:
    """Cut a normalised text into tokens; words without meaning in a date are left out."""
    lexemes = [(match.lastgroup or "", match) for match in _LEXEME.finditer(text)]
    found: list[Token] = []
    index = 0
    while index < len(lexemes):
        kind, match = lexemes[index]
        if kind == "word":
            tokens, used = _phrase(lexemes, index)
            found.extend(tokens)
            index += used
            continue
        index += 1
        found.append(_sign(match["sign"]) if kind == "sign" else _number(kind, match[kind]))
    found = [token for token in found if token.role is not Role.FILLER]
    roles = {token.role for token in found}
    if not roles.isdisjoint(TIMED):
        found = without_hours(found)
    return _with_years(found) if Role.YEARS in roles else found


def _with_years(tokens: list[Token]) -> list[Token]:
    """Let *years* beside ``1905-06`` say that it is no month, and leave the word out."""
    roles = [token.role for token in tokens]
    for index, role in enumerate(roles):
        if role is Role.ISO and Role.YEARS in roles[max(index - 1, 0) : index + 2]:
            tokens[index] = tokens[index]._replace(value=1)
    hyphened = [*roles[1:], Role.END]  # 1930er-Jahre
    return [
        token
        for token, coming in zip(tokens, hyphened, strict=True)
        if token.role is not Role.YEARS and not (token.role is Role.DASH and coming is Role.YEARS)
    ]


def _phrase(lexemes: list[tuple[str, re.Match[str]]], index: int) -> tuple[tuple[Token, ...], int]:
    """Return the tokens of the longest known phrase that begins here, and its count of words."""
    raw = lexemes[index][1]["word"]
    word = folded(raw)
    longest = LONGEST.get(word)
    if longest is None:
        return (_unknown(raw),), 1
    if longest == 1:
        return PHRASES[word], 1
    words = [word]
    for kind, match in lexemes[index + 1 : index + longest]:
        if kind != "word":
            break
        words.append(folded(match["word"]))
    while words:
        known = PHRASES.get(" ".join(words))
        if known:
            return known, len(words)
        words.pop()
    return (_unknown(raw),), 1


def _unknown(raw: str) -> Token:
    value = ROMAN.get(raw.upper().translate(CYRILLIC_ROMAN), 0)
    # A single small letter may be an abbreviation: “v. Chr.”, “i. J.”.
    if value and (raw.isupper() or len(raw) >= _LEAST_SMALL):
        return Token(Role.ROMAN, value, 0, raw)
    return Token(Role.UNKNOWN, raw=raw)


def _sign(sign: str) -> Token:
    role, value = _SIGNS.get(sign, (Role.UNKNOWN, 0))
    return Token(role, value, 0, sign)


def _number(kind: str, raw: str) -> Token:
    if kind in ("numeric", "iso", "mask", "clock"):
        return Token(_NUMBERS[kind], 0, 0, raw)
    digits = raw if raw.isdecimal() else "".join(filter(str.isdigit, raw))
    # More digits than any year has; int() itself would refuse some thousands of them.
    return Token(_NUMBERS[kind], int(digits[:20]), len(digits), raw)
