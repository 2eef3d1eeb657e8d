"""An empty Word document on A4 with the report's own styles and no other."""

from __future__ import annotations

from typing import Any

from app.paths import resources_dir
from app.reports.docx_elements import parsed

LINE_WIDTH = 9070
"""Width of the text in twentieths of a point: A4 less two margins of 25 mm."""
_STRANGERS = ("/thumbnail", "/stylesWithEffects", "/customXml")


def new_package(language: str) -> Any:
    """Return a python-docx document, empty, in the given language (a BCP 47 tag)."""
    from docx import Document
    from docx.shared import Mm, Twips

    package = Document()
    _replace(package.styles.element, "styles.xml")
    _replace(package.part.numbering_part.element, "numbering.xml")
    _settle(package, language)
    _drop_strangers(package)
    section = package.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Twips((11906 - LINE_WIDTH) // 2)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    section.header_distance = section.footer_distance = Mm(13)
    return package


def _drop_strangers(package: Any) -> None:
    """Leave out what python-docx brings along: an old picture, a second set of styles."""
    for relations in (package.part.package.rels, package.part.rels):
        for key in [key for key, rel in relations.items() if rel.reltype.endswith(_STRANGERS)]:
            relations.pop(key)


def _replace(root: Any, name: str) -> None:
    """Put the children of one of our own files in place of those that python-docx brought."""
    from docx.oxml import parse_xml

    ours = parse_xml((resources_dir() / "report" / "word" / name).read_bytes())
    for child in list(root):
        root.remove(child)
    root.extend(list(ours))


def _settle(package: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for tag in package.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    for setting in package.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    hyphens = parsed("autoHyphenation", "")
    package.settings.element.insert_element_before(hyphens, "w:characterSpacingControl")
    for theme in package.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), language)
