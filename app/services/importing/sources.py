"""Rows of the sheets of sources and accounts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.derivations import find_circle
from app.domain.errors import UserError
from app.domain.records import Account, CopySeen, Degree, Derivation, Source
from app.domain.tellings import check_date
from app.exchange.sheets import Sheet, SheetError, SheetRow
from app.services.derivations import circle_in_words
from app.services.importing.register import Register
from app.store.ids import new_id

_DEGREES = {"?": Degree.SUSPECTED, "!": Degree.DENIED, "~": Degree.PROBABLE}


def take_sources(register: Register, sheet: Sheet) -> None:
    """Take in sources, each with the account that is its own voice; then who draws on whom."""
    for row in sheet.rows:
        _take_source(register, sheet, row)
    for row in sheet.rows:
        _quote(register, sheet, row)
        for lender in row.values["derives_from"].split(";"):
            _derive(register, sheet, row, lender.strip())
    _check_no_circle(register, sheet)


def _check_no_circle(register: Register, sheet: Sheet) -> None:
    circle = find_circle(register.derivations)
    if not circle:
        return
    sigla = {account.id: siglum for siglum, account in register.accounts.items()}
    named = [register.accounts[sigla[account]].siglum for account in circle]
    lines = [row.line for row in sheet.rows if row.values["key"] in named]
    raise SheetError(
        sheet.name, f"derives_from runs in a circle. {circle_in_words(named)}", lines[-1]
    )


def _take_source(register: Register, sheet: Sheet, row: SheetRow) -> None:
    values = row.values
    key = values["key"]
    if not key:
        raise SheetError(sheet.name, "the source has no key.", row.line)
    if key.casefold() in register.accounts or key.casefold() in register.sources:
        raise SheetError(
            sheet.name, f"the key “{key}” is already taken, here or in the dossier.", row.line
        )
    copy_seen = values["copy_seen"].casefold()
    if copy_seen not in {form.value for form in CopySeen}:
        known = ", ".join(form for form in CopySeen if form)
        raise SheetError(
            sheet.name, f"copy_seen is “{values['copy_seen']}”; it can be {known}.", row.line
        )
    _check_date(sheet, row)
    own = ("key", "copy_seen", "quoted_after", "derives_from")
    texts: dict[str, Any] = {name: text for name, text in values.items() if name not in own}
    if values["quoted_after"] and not copy_seen:
        copy_seen = CopySeen.QUOTED.value
    source = replace(Source(new_id(), key), **texts, copy_seen=copy_seen)
    register.add_source(source)
    register.add_account(
        Account(
            id=new_id(), siglum=key, source_id=source.id, date=values["date"], is_own=True,
            speaker_id=register.subject(values["author"], "person"),
        )
    )  # fmt: skip


def _check_date(sheet: Sheet, row: SheetRow) -> None:
    try:
        check_date(row.values["date"])
    except UserError as error:
        raise SheetError(sheet.name, f"the date cannot be read. {error}", row.line) from error


def _quote(register: Register, sheet: Sheet, row: SheetRow) -> None:
    quoting = row.values["quoted_after"]
    if not quoting:
        return
    source = register.sources[row.values["key"].casefold()]
    found = register.sources.get(quoting.casefold())
    if found is None or found.id == source.id:
        raise SheetError(
            sheet.name, f"quoted_after names “{quoting}”, which is no other source's key.", row.line
        )
    register.quote(source, found)


def _derive(register: Register, sheet: Sheet, row: SheetRow, lender: str) -> None:
    if not lender:
        return
    siglum = lender.rstrip("?!~").strip()
    mark = lender[len(siglum) :].strip()
    degree = _DEGREES.get(mark, Degree.CERTAIN)
    if mark and mark not in _DEGREES:
        raise SheetError(
            sheet.name,
            f"derives_from marks “{siglum}” with “{mark}”; one mark is enough.",
            row.line,
        )
    found = register.accounts.get(siglum.casefold())
    borrower = register.accounts[row.values["key"].casefold()]
    if found is None or found.id == borrower.id:
        raise SheetError(
            sheet.name, f"derives_from names “{siglum}”, which is no other source's key.", row.line
        )
    if any((d.borrower_id, d.lender_id) == (borrower.id, found.id) for d in register.derivations):
        raise SheetError(sheet.name, f"derives_from names “{siglum}” twice.", row.line)
    derivation = Derivation(new_id(), borrower.id, found.id, degree)
    register.add_derivation(derivation, sheet.name, row.line)


def take_accounts(register: Register, sheet: Sheet) -> None:
    """Take in accounts; a siglum that is a source's key describes that source's own voice."""
    seen: set[str] = set()
    for row in sheet.rows:
        siglum = row.values["siglum"]
        if not siglum:
            raise SheetError(sheet.name, "the account has no siglum.", row.line)
        if siglum.casefold() in seen:
            raise SheetError(sheet.name, f"the siglum “{siglum}” stands twice.", row.line)
        seen.add(siglum.casefold())
        _check_date(sheet, row)
        _take_account(register, sheet, row)


def _take_account(register: Register, sheet: Sheet, row: SheetRow) -> None:
    values = row.values
    source = register.sources.get(values["source"].casefold())
    if source is None:
        raise SheetError(
            sheet.name,
            f"“{values['source']}” is no source's key, here or in the dossier.",
            row.line,
        )
    texts: dict[str, Any] = {
        name: values[name]
        for name in ("recorder", "date", "addressee", "occasion", "proximity", "tendency")
    }
    speaker_id = register.subject(values["speaker"], "person")
    known = register.accounts.get(values["siglum"].casefold())
    if known is None:
        fresh = Account(new_id(), values["siglum"], source.id, speaker_id=speaker_id)
        register.add_account(replace(fresh, **texts))
        return
    if known.source_id != source.id or not known.is_own:
        raise SheetError(
            sheet.name, f"the siglum “{values['siglum']}” is taken by another account.", row.line
        )
    given = {name: text for name, text in texts.items() if text}
    register.change_account(replace(known, speaker_id=speaker_id or known.speaker_id, **given))
