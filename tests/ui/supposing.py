"""What the tables and flags of a page in a what-if show, as texts."""


def cells_of(table):
    rows = table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def flags_of(page):
    return [row.sentence.toPlainText() for row in page.sheet.flags.flag_rows]
