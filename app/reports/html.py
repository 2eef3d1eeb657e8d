"""The report as one self-contained page: no script, nothing fetched, every text escaped."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from app.paths import resources_dir
from app.reports.document import Document
from app.reports.tree import Node, tree

if TYPE_CHECKING:
    from jinja2 import Template


def render(document: Document) -> bytes:
    """Return the document as UTF-8 HTML; notes stand at the end and lead back to their place."""
    root, notes = tree(document)
    style = _style(root)
    page = _template().render(document=root, notes=notes, style=style, policy=_policy(style))
    return page.encode()


def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resources_dir() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(shares=_shares, picture=_picture)
    return environment.get_template("report.html.j2")


def _shares(columns: list[Node]) -> list[int]:
    """Return the width of each column in percent of the table."""
    total = sum(column["width"] for column in columns)
    return [round(100 * column["width"] / total) for column in columns]


def _style(root: Node) -> str:
    """Return the style sheet with the column widths that the tables use.

    Widths are classes, since the policy allows no style attributes.
    """
    from markupsafe import Markup

    sheet = (resources_dir() / "report" / "report.css").read_text(encoding="utf-8")
    tables = (block for block in root["blocks"] if block["kind"] == "table")
    widths = sorted({width for table in tables for width in _shares(table["columns"])})
    return Markup(sheet + "".join(f".w{width} {{ width: {width}%; }}\n" for width in widths))


def _policy(style: str) -> str:
    """Return a policy that allows this one style sheet and pictures within the page."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _picture(node: Node) -> str:
    content = base64.b64encode(node["content"]).decode()
    return f"data:{node['media_type']};base64,{content}"
