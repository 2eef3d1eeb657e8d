"""Small sheets and dossiers for tests: an invented history, not the sample."""

from pathlib import Path

from app.services.importing import import_sheets
from app.services.workspace import Workspace

SOURCES = """key,type,title,author,date,repository,fonds,shelfmark,quoted_after,derives_from
Br1,letter,Letter to the council,"Brandt, Ilse",3 May 1848,Stadtarchiv,A 2,17,,
Br2,book,Memoirs,Ilse Brandt,1871,,,,,
Ch1,chronicle,Town chronicle,Anon,1850,,,,,Br1
Ne1,article-newspaper,Der Bote,,12 May 1851,,,,Ch1,Ch1?
Оз1,book,Записки,Озеров П.,1860,,,,,Br1!
"""
CLAIMS = """subject,question,answer_type,source,locator,speaker,stance,answer,quotation,scope
The riot,When did it begin?,date,Br1,fol. 3,,,2 May 1848,am zweiten Mai,
The riot,When did it begin?,date,Br2,p. 41,,,1 May 1848,,
The riot,When did it begin?,date,Ch1,p. 7,,,2 May 1848,,
The riot,When did it begin?,date,Ne1,p. 1,,silent,,,
The riot,How many took part?,quantity,Br1,fol. 4,,,about 300 people,,
The riot,How many took part?,quantity,Оз1,с. 12,,,350,толпа,
The riot,How many took part?,quantity,Ne1,p. 2,,,40,,armed only
Town hall,Did it burn?,yes-no,Br1,fol. 4,,,yes,,
Town hall,Did it burn?,yes-no,Ch1,p. 8,,,ja,,
Mayor,How did he die?,option,Br1,fol. 5,,,shot,,
Mayor,How did he die?,option,Оз1,с. 14,,denies,Shot,,
Mayor,What was he like?,text,Br2,p. 50,,,a tired man,,
"""


def write_sheets(folder: Path, **sheets: str) -> list[Path]:
    """Write sheets by name and return their paths."""
    paths = []
    for name, text in sheets.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def riot(workspace: Workspace, folder: Path) -> None:
    """Take the small history into a dossier."""
    import_sheets(workspace, write_sheets(folder, claims=CLAIMS, sources=SOURCES))


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the log, for comparing states."""
    import sqlite3

    connection = sqlite3.connect(f"file:{workspace.path}?mode=ro", uri=True)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN "
                "('change', 'change_set', 'sqlite_sequence') AND name NOT LIKE 'search_index_%'"
            )
        ]
        return {name: _rows(connection, name) for name in names}
    finally:
        connection.close()


def _rows(connection, name: str) -> list[tuple[object, ...]]:
    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
    if name == "flag":  # ids of derived rows are made anew; everything else must agree
        rows = [row[1:] for row in rows]
    return sorted(rows, key=repr)
