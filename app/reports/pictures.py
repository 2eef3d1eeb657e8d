"""Drawings for formats that take no SVG."""

from __future__ import annotations

from app.paths import resources_dir


def as_png(content: bytes, media_type: str) -> bytes:
    """Return a picture as PNG; an SVG is drawn at 220 dots an inch."""
    if media_type == "image/png":
        return content
    import typst

    folder = resources_dir() / "report"
    made = typst.compile(
        folder / "picture.typ",
        root=folder,
        format="png",
        ppi=220,
        ignore_system_fonts=True,
        sys_inputs={"drawing": content.decode()},
    )
    assert isinstance(made, bytes)
    return made
