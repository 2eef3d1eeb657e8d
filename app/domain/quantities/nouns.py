"""Nouns that are counted, folded so that *three soldiers*, *1 soldier* and *Soldaten* agree.

Words for human beings as such are one noun (``person``); soldiers, officers and prisoners stay
apart, because a source that counts them counts something else. A noun that is not in the table
is its own, without case and without an English or Russian plural ending.
"""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = {
    "person": "men; man; people; persons; person; human; humans; human being; human beings;"
    " souls; soul; individual; individuals; mann; männer; männern; mensch; menschen;"
    " personen; leute; leuten; seelen; köpfe; человек; человека; человеку; людей; люди; людям;"
    " чел; лиц; лица; лицо; душ; души; душа; мужчин; мужчина; мужчины",
    "woman": "women; woman; frau; frauen; женщина; женщины; женщин",
    "child": "children; child; kind; kinder; kindern; дети; детей; ребенок; ребенка",
    "soldier": "soldiers; soldier; troops; troop; soldat; soldaten; солдат; солдата; солдаты;"
    " солдатов; бойцов; бойца; бойцы; боец; военнослужащих; военнослужащие; военнослужащий",
    "foot soldier": "foot soldiers; foot soldier",
    "red army man": "red army men; red army man; rotarmist; rotarmisten; красноармеец;"
    " красноармейца; красноармейцев; красноармейцы",
    "officer": "officers; officer; offizier; offiziere; offizieren; офицер; офицера; офицеров;"
    " офицеры",
    "commander": "commanders; commander; kommandeur; kommandeure; kommandeuren; командир;"
    " командира; командиров; командиры",
    "company leader": "company leaders; company leader; company commander; company commanders;"
    " kompanieführer; kompaniechef; kompaniechefs; командир роты; командира роты; командиров рот;"
    " командира рот",
    "prisoner": "prisoners; prisoner; prisoners of war; prisoner of war; pow; pows; captive;"
    " captives; gefangene; gefangener; gefangenen; kriegsgefangene; kriegsgefangener;"
    " kriegsgefangenen;"
    " пленный; пленных; пленные; военнопленный; военнопленных; военнопленные",
    "deserter": "deserters; deserter; deserteur; deserteure; deserteuren; дезертир; дезертира;"
    " дезертиров; дезертиры",
    "defector": "defectors; defector; überläufer; überläufern; перебежчик; перебежчика;"
    " перебежчиков; перебежчики",
    "dead": "dead; killed; fallen; tote; toten; toter; gefallene; gefallener; gefallenen; убитых;"
    " убитые; убито; погибших; погибшие; мертвых",
    "wounded": "wounded; verwundete; verwundeter; verwundeten; раненых; раненые; ранено",
    "partisan": "partisans; partisan; partisanen; партизан; партизана; партизаны",
    "cossack": "cossacks; cossack; kosak; kosaken; казак; казака; казаков; казаки",
    "peasant": "peasants; peasant; bauer; bauern; крестьянин; крестьянина; крестьян; крестьяне",
    "worker": "workers; worker; arbeiter; arbeitern; рабочий; рабочих; рабочие; рабочего",
    "inhabitant": "inhabitants; inhabitant; einwohner; einwohnern; житель; жителя; жителей; жители",
    "brother": "brothers; brother; bruder; brüder; brüdern; брат; брата; братьев; братья",
    "sister": "sisters; sister; schwester; schwestern; сестра; сестры; сестер",
    "son": "sons; son; sohn; söhne; söhnen; сын; сына; сыновей; сыновья",
    "daughter": "daughters; daughter; tochter; töchter; töchtern; дочь; дочери; дочерей",
    "family": "families; family; familie; familien; семья; семьи; семей",
    "household": "households; household; haushalt; haushalte; haushalten; двор; двора; дворов",
    "horse": "horses; horse; pferd; pferde; pferden; лошадь; лошади; лошадей; коней",
    "cow": "cows; cow; kuh; kühe; kühen; корова; коровы; коров",
    "gun": "guns; gun; geschütz; geschütze; geschützen; орудие; орудия; орудий",
    "rifle": "rifles; rifle; gewehr; gewehre; gewehren; винтовка; винтовки; винтовок",
    "machine gun": "machine guns; machine gun; maschinengewehr; maschinengewehre; mg; mgs; пулемет;"
    " пулемета; пулеметов; пулеметы",
    "tank": "tanks; tank; panzer; panzern; танк; танка; танков; танки",
    "aircraft": "aircraft; planes; plane; airplanes; aeroplanes; flugzeug; flugzeuge; flugzeugen;"
    " самолет; самолета; самолетов; самолеты",
    "house": "houses; house; haus; häuser; häusern; дом; дома; домов",
    "village": "villages; village; dorf; dörfer; dörfern; деревня; деревни; деревень;"
    " село; села; сел",
    "company": "companies; company; kompanie; kompanien; рота; роты; рот",
    "battalion": "battalions; battalion; bataillon; bataillone; bataillonen; батальон; батальона;"
    " батальонов; батальоны",
    "regiment": "regiments; regiment; regimenter; regimentern; полк; полка; полков; полки",
    "division": "divisions; division; divisionen; дивизия; дивизии; дивизий",
    "army": "armies; army; armee; armeen; армия; армии; армий",
    "time": "times; time; mal; male; раз; раза",
    "piece": "pieces; piece; stück; stücke; stücken; штука; штуки; штук; шт",
    "page": "pages; page; seite; seiten; страница; страницы; страниц; стр",
    "barrel": "barrels; barrel; fass; fässer; fässern; бочка; бочки; бочек",
    "degree": "degrees; degree; grad; градус; градуса; градусов; °",
    "ruble": "rubles; ruble; roubles; rouble; rubel; рубль; рубля; рублей; рубли; рублям; рублями;"
    " руб; р; rub; ₽",
    "zloty": "zloty; zlotys; zloties; złoty; złotych; złote; злотый; злотых; злотого",
    "gold ruble": "gold rubles; gold ruble; gold roubles; gold rouble; goldrubel; золотых рублей;"
    " рублей золотом",
    "mark": "marks; mark; mk; марка; марки; марок",
    "deutsche mark": "deutschmarks; deutschmark; deutsche marks; deutsche mark; dm; d-mark",
    "gold mark": "gold marks; gold mark; goldmark",
    "reichsmark": "reichsmarks; reichsmark; rm; рейхсмарка; рейхсмарки; рейхсмарок",
    "pfennig": "pfennigs; pfennig; pfennige; pfennigen; pfg; пфенниг; пфеннига; пфеннигов",
    "franc": "francs; franc; франк; франка; франков; ffr",
    "swiss franc": "swiss francs; swiss franc; franken; chf; sfr; schweizer franken",
    "dollar": "dollars; dollar; $; usd; доллар; доллара; долларов",
    "pound sterling": "£; gbp; pounds sterling; pound sterling; pfund sterling; фунтов стерлингов;"
    " фунта стерлингов",
    "euro": "€; euros; euro; eur; евро",
}  # fmt: skip
_SMALL_COINS: Final = {
    "kopeck": "kopecks; kopeck; kopeks; kopek; kopeken; kopeke; копейка; копейки; копеек; коп",
    "shilling": "shillings; shilling",
    "penny": "pence; pennies; penny",
}


def _by_form(table: dict[str, str]) -> dict[str, str]:
    return {form.strip(): noun for noun, forms in table.items() for form in forms.split(";")}


COINS: Final = _by_form(_SMALL_COINS)
"""Every form of a coin that is counted as a part of another (kopecks as parts of a ruble)."""
NOUNS: Final = _by_form(_TABLE)
"""Every known folded form, with the noun it is counted as."""
KNOWN_NOUNS: Final = frozenset(NOUNS.values())
"""Every noun of the table: those whose English plural is known."""
MONEY_SIGNS: Final = frozenset("£$€₽")
MONEY_CODES: Final = frozenset({"rm", "dm", "usd", "gbp", "eur", "chf", "rub"})
"""Short names of money that may stand before the figure."""
_DIVIDED: Final = frozenset(
    {
        "ruble", "gold ruble", "mark", "deutsche mark", "gold mark", "reichsmark",
        "pfennig", "franc", "swiss franc", "dollar", "pound sterling", "euro",
        "degree", "barrel",
    }
)  # fmt: skip
WHOLE: Final = frozenset(_TABLE) - _DIVIDED
"""Nouns that come in whole numbers: more than three men are four or more."""
PLURALS: Final = {
    "woman": "women",
    "child": "children",
    "dead": "dead",
    "killed": "killed",
    "wounded": "wounded",
    "aircraft": "aircraft",
    "foot": "feet",
    "pound sterling": "pounds sterling",
    "penny": "pence",
    "Prussian foot": "Prussian feet",
    "stone": "stone",
    "hundredweight": "hundredweight",
    "mph": "mph",
}
"""Plurals that do not end in ``-s``, for sentences."""

_RUSSIAN_COUNTER: Final = frozenset({"человек", "человека"})
"""Stands between number and noun without meaning of its own: ``20 человек офицеров``."""
_RUSSIAN_ENDING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ов|ами|ам|а|ы)$")
_SIBILANT_PLURAL = re.compile(r"(?:ss|x|ch|sh|zz)es$")


def fold_noun(words: tuple[str, ...]) -> str:
    """Return the noun that folded words count; idempotent on its own result."""
    if len(words) > 1 and words[0] in _RUSSIAN_COUNTER:
        words = words[1:]
    phrase = " ".join(words)
    while phrase not in NOUNS and phrase not in COINS:
        shorter = " ".join(_singular(word) for word in phrase.split(" "))
        if shorter == phrase:
            return phrase
        phrase = shorter
    return NOUNS.get(phrase) or COINS[phrase]


def plural(noun: str) -> str:
    """Return a folded noun as it stands after a number other than one, in English."""
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    head, joint, rest = noun.partition(" and ")
    if joint:
        return f"{plural(head)}{joint}{plural(rest)}"
    if noun in PLURALS:
        return PLURALS[noun]
    if noun == "man" or noun.endswith((" man", "-man")):
        return noun[:-3] + "men"
    if not noun.isascii() or not noun[-1:].isalpha():
        return noun
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "o", "u"}:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word[:1] > "~":
        shorter = _RUSSIAN_ENDING.sub("", word)
        return shorter if len(shorter) > 3 else word
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if _SIBILANT_PLURAL.search(word):
        return word[:-2]
    return word.removesuffix("s")


_IRREGULAR: Final = {"men": "man", "women": "woman", "children": "child", "people": "person"}
