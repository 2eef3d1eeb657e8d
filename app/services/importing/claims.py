"""Rows of the sheets of claims and rules."""

from __future__ import annotations

from typing import TypeVar

from app.domain.answers import Kind
from app.domain.choices import Vocabulary
from app.domain.errors import UserError
from app.domain.locators import read_locators
from app.domain.reading import Context, read_answer
from app.domain.records import Claim, Level, Option, Point, Stance
from app.exchange.sheets import Sheet, SheetError, SheetRow
from app.services.importing.points import find_point, make_point, read_kind
from app.services.importing.register import Register
from app.services.weighing import vocabulary_of
from app.store.ids import new_id


def take_claims(register: Register, sheet: Sheet) -> None:
    """Take in claims; subjects, points and options named for the first time are made."""
    option_texts: dict[int, list[str]] = {}
    subject_texts: list[str] = []
    for row in sheet.rows:
        point = find_point(register, row.values["subject"], row.values["question"])
        if point is None:
            point = make_point(register, sheet, row)
        elif row.values["answer_type"] and read_kind(sheet, row) is not point.kind:
            raise SheetError(
                sheet.name,
                f"“{point.question}” is answered by a {point.kind} elsewhere, "
                f"here by a {row.values['answer_type']}.",
                row.line,
            )
        claim = _claim(register, sheet, row, point)
        register.add_claim(claim)
        if point.kind is Kind.OPTION and claim.answer:
            option_texts.setdefault(point.id, []).append(claim.answer)
        elif point.kind is Kind.SUBJECT and claim.answer:
            subject_texts.append(claim.answer)
    for point_id, texts in option_texts.items():
        known = register.options.get(point_id, {}).values()
        for label in vocabulary_of(list(known)).unknown_labels(texts):
            register.add_option(Option(new_id(), point_id, label))
    for label in Vocabulary.build(()).unknown_labels(subject_texts):
        register.subject(label)


def _claim(register: Register, sheet: Sheet, row: SheetRow, point: Point) -> Claim:
    values = row.values
    account = register.accounts.get(values["source"].casefold())
    if account is None:
        raise SheetError(
            sheet.name,
            f"“{values['source']}” is no source's key and no account's siglum, "
            "here or in the dossier.",
            row.line,
        )
    stance = _word(Stance, values["stance"], "stance", sheet, row) or Stance.AFFIRMS
    _check_answer(register, sheet, row, point, stance)
    return Claim(
        id=new_id(),
        point_id=point.id,
        account_id=account.id,
        stance=stance,
        answer="" if stance is Stance.SILENT else values["answer"],
        quotation=values["quotation"],
        translation=values["translation"],
        reading=values["wording"],
        scope=values["scope"],
        level=_word(Level, values["level"], "level", sheet, row) or Level.SAYS,
        note=values["note"],
        locators=read_locators(values["locator"]),
        speaker_id=register.subject(values["speaker"], "person"),
    )


def _check_answer(
    register: Register, sheet: Sheet, row: SheetRow, point: Point, stance: Stance
) -> None:
    answer = row.values["answer"]
    if stance is Stance.SILENT:
        if answer:
            raise SheetError(
                sheet.name, f"the account is silent, yet answers “{answer}”.", row.line
            )
        return
    if not answer:
        raise SheetError(
            sheet.name, "the claim has no answer; only a silent one may lack it.", row.line
        )
    try:
        read = read_answer(point.kind, answer, Context(calendar=point.calendar))
    except UserError as error:
        raise SheetError(sheet.name, str(error), row.line) from error
    for remark in read.remarks:
        place = f"{sheet.name}, line {row.line}, “{answer}”"
        register.remarks.setdefault(remark, []).append(place)


W = TypeVar("W", Stance, Level)
_READS = {"i read": "read", "i infer": "inferred", "infer": "inferred", "text says": "says",
          "affirm": "affirms", "deny": "denies", "doubt": "doubts"}  # fmt: skip


def _word(words: type[W], text: str, column: str, sheet: Sheet, row: SheetRow) -> W | None:
    folded = text.strip().casefold()
    if not folded:
        return None
    try:
        return words(_READS.get(folded, folded))
    except ValueError:
        raise SheetError(
            sheet.name, f"{column} is “{text}”; it can be {', '.join(words)}.", row.line
        ) from None
