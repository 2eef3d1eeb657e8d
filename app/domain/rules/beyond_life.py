"""Questions on dates that a subject's beginning or end does not bound, as far as their words say.

The lists are generous: a date left unbound hides a clash at worst, one bound wrongly makes one up.
"""

from __future__ import annotations

import re

from app.domain.names import fold


def _any_of(text: str) -> str:
    return "|".join(fold(text).replace("ё", "е").split())


_KIN = _any_of(r"""
    father fathers mother mothers parents? brothers? sisters? siblings? sons? daughters? child
    children wife wives husband widow widower spouse ancestors? family grand\w+ uncle aunt cousin
    nephew niece predecessors? teacher
    vaters? mutter eltern bruder schwester sohn sohnes tochter kind kindes kinder frau ehefrau
    mann mannes ehemann gattin gatte witwer? vorfahren familie gross\w+ onkel tante vetter neffe
    nichte vorganger
    отца отец отцу матери мать родителей родители брата? сестр[аы] сына? сыновья дочери дочь
    дет(?:и|ей) ребен\w+ жен[аы] мужа? вдов[аы] предк\w+ семь[яи] дед дедушк\w+ бабушк\w+
    дяд[яи] тет[яи] племянни\w+
""")
_KIN_PATTERN = re.compile(rf"\b(?:{_KIN})\b")
_OTHERS_LIFE = re.compile(
    r"\b(?:born|died|dies|geboren|gestorben|verstorben|starb|starben|родил(?:ся|ась|ись)"
    r"|умер(?:ла|ли)?|погиб(?:ла|ли)?|скончал\w+|conceived)\b|\bdid\b.*\bdie\b"
)
_BIRTH_OR_DEATH = re.compile(
    r"\b(?:birth|death|geburt|tod|todes|рождени[ея]|смерт[ьи]|гибел[ьи])\b"
)
_LEGAL = re.compile(
    r"\b(?:sentenc|condemn|penalt|verurteil|strafe|urteil|приговор|осужд)|\bto death\b"
)
_BUILT = re.compile(
    r"\b(?:was|were|wurden?|ward|был[аио]?)\b.*\b(?:built|founded|established|erected|gegrundet"
    r"|gebaut|erbaut|errichtet|gestiftet|основан[аоы]?|построен[аоы]?|создан[аоы]?)\b"
    r"|\b(?:основан[аоы]?|построен[аоы]?)\b"
)
_THING = _any_of(r"""
    war treaty law revolution uprising regiment division battalion brigade army unit village town
    city country house church castle estate factory newspaper party firm government empire
    dynasty
    krieg vertrag gesetz revolution aufstand armee einheit dorf stadt land haus kirche schloss gut
    fabrik zeitung partei firma regierung reich
""")
_OF_A_THING = re.compile(
    rf"^(?:when|wann|what year)?\s*(?:\w+\s)?(?:the|his|her|their|its|der|die|das|sein|seine|ihre?)"
    rf"\s(?:\w+\s)?(?:{_THING})\b(?!.*\b(?:he|she|er|sie)\b)"
    r"|^когда (?:начал\w+|кончил\w+|закончил\w+)? ?(?:война|революция|восстание)\b"
)
_OF_ITS_PARTS = re.compile(
    r"\b(?:order|decree|decision|decided|authori[sz]|plan|propos|predecess|commander|colonel|officer"
    r"|befehl|beschl|erlass|geplant|vorgang|kommandeur|offizier"
    r"|приказ|указ|постановлен|решени|предшествен|командир|офицер)"
    r"|\b(?:formed|raised|disband|dissol|aufgestellt|aufgelost|сформир|расформир)"
)
_AFTERWARDS = _any_of(r"""
    absentia absolv acquit amnest anniversar annul appeared archiv article ashes assassin
    auction award beatif biograph body\b bones book buri burned canoni case\b cenotaph cleared
    commemorat cremat cult\b dead\b debt diar discover dispersed edition erected estate exhib
    exhum exonerat file\b film funeral gazette grave heiress heirs?\b honou?r identif inform
    inherit inquest inscri investigation legend letters? mausoleum medal memoir memorial
    monument murderer museum named news notif novel obit obituar opera\b overturn paint pardon
    performed photograph plaque poem portrait posthum postmortem premier print probate proved
    publication publish quash reburi recogni register rehabilit reinstat reinterr relic remains
    renamed replac report reputation restor saint(?:ed|hood) screened sold statue street succe
    testament tomb translat tribute unveil veneration verified works\b wreath
    abwesenheit asche\b auffuhrung aufgefuhrt aufgehoben ausgabe ausgestellt ausgezeichnet
    ausstellung beerdig begnadig begrab beigesetzt beisetz benannt bestattet bestattung brief
    buch denkmal ehrung entdeckt enthull erinnerungen ersch(?:ien|ein) exhumi fur\stot gedenk
    gedruckt geehrt gefunden gemalde grab heilig herausgegeben identifi jahrestag jubil leiche
    morder museum nachfolg nachlass nachricht nachruf oper\b postum rehabiliti roman\b selig
    statue strasse tagebuch todesanzeige todeserk todesfall todesnachricht tot\b umbenannt
    umgebettet urauffuhr verfahren verkauft verliehen veroffentlich versteiger werke?s?\b witwe
    амнист вдов вскрыт выставк вышла годовщин дел[оа]\b дневник заочно захорон извест издан
    канониз книг кремир мемуар мертв могил монумент мощи музе награжден найден напечатан
    некролог обнаруж опозн оправдан опублик останк открыт отмена отменен отмены памят
    перезахорон переиздан переименован письм погреб помилован портрет посмерт постановк похорон
    похоронк прах преемник прослав публикац пьес реабилит роман\b романа\b сборник сообщ стату
    стих тел[оа]\b убийц улиц установлен учет фильм юбиле
""")
_AFTERWARDS_PATTERN = re.compile(
    rf"\b(?:{_AFTERWARDS})|\b(?:was|were) (?:\w+ )?found\b|\btrial of\b"
)
_AFTER_UNITS = re.compile(
    r"\b(?:veteran|reunion|re[ -]?form|re[ -]?rais|re[ -]?establish|revived|second formation"
    r"|neu aufgestellt|wiederauf|wiedererricht|traditions|воссозда|восстановл|ветеран)"
)
_OWN_ACT = re.compile(
    r"\bdid (?:he|she) (?!publish|appear|receive|become|get|inherit)"
    r"|\b(?:wrote|write|composed?|sign(?:ed)?|draft(?:ed)?|schrieb|verfasste|unterschrieb"
    r"|написала?|подписала?)\b"
)
_NEVER_OWN = re.compile(r"publi|posth?um|absentia|abwesenheit|посмерт|заочн")


def tells_of_others(question: str, *, is_unit: bool) -> bool:
    """Tell whether a question, folded and without the subject's names, is not of the subject.

    *When did his father die?*, *When was the factory founded?*: neither birth nor death bounds it.
    """
    if _KIN_PATTERN.search(question) or _OTHERS_LIFE.search(question):
        return True
    if _BIRTH_OR_DEATH.search(question) and not _LEGAL.search(question):
        return True
    if is_unit:
        return bool(_OF_ITS_PARTS.search(question)) and not is_formed_again(question)
    return bool(_BUILT.search(question) or _OF_A_THING.search(question))


def may_come_after(question: str, *, is_unit: bool) -> bool:
    """Tell whether what a question asks for may well come after its subject's end."""
    if is_unit and is_formed_again(question):
        return True
    if _OWN_ACT.search(question) and not _NEVER_OWN.search(question):
        return False
    return _AFTERWARDS_PATTERN.search(question) is not None


def is_formed_again(question: str) -> bool:
    """Tell whether a unit is said to have been formed anew, which undoes its disbandment."""
    return _AFTER_UNITS.search(question) is not None
