"""What is known by name while sheets are taken in, and the new records waiting to be written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.names import fold, fold_name, natural_name
from app.domain.records import (
    Account,
    Claim,
    Derivation,
    Option,
    Point,
    Rule,
    Source,
    Subject,
)
from app.exchange.sheets import SheetError
from app.services.derivations import find_impossible
from app.store.commands.claims import add_claims
from app.store.commands.rows import add_records, edit_record
from app.store.commands.subjects import add_subjects, edit_subject
from app.store.ids import new_id
from app.store.queries.dependence import list_derivations
from app.store.queries.nouns import list_all


class Register:
    """Every noun of the dossier by its name, with those that the sheets add."""

    def __init__(self, tx: Any) -> None:
        self.tx = tx
        self.subjects: dict[str, int] = {}
        self._kept_subjects = {subject.id: subject for subject in list_all(tx, Subject)}
        for subject in self._kept_subjects.values():
            for name in (*subject.variants, subject.name):
                self.subjects[fold_name(name)] = subject.id
        self.sources = {source.key.casefold(): source for source in list_all(tx, Source)}
        self.accounts = {account.siglum.casefold(): account for account in list_all(tx, Account)}
        self.points = {(p.subject_id, fold(p.question)): p for p in list_all(tx, Point)}
        self.options: dict[int, dict[str, Option]] = {}
        for option in list_all(tx, Option):
            self.options.setdefault(option.point_id, {})[fold(option.label)] = option
        self.derivations = list_derivations(tx)
        self._new_subjects: dict[int, Subject] = {}
        self._named: set[int] = set()
        self._related: dict[int, Subject] = {}
        self._new_sources: dict[int, Source] = {}
        self._new_accounts: dict[int, Account] = {}
        self._changed_accounts: dict[int, Account] = {}
        self._new_points: list[Point] = []
        self._new_options: list[Option] = []
        self._new_claims: list[Claim] = []
        self._new_derivations: list[Derivation] = []
        self._places: dict[int, tuple[str, int]] = {}
        self._new_rules: list[Rule] = []
        self.remarks: dict[str, list[str]] = {}
        """How answers were read where a convention decides it: their places by the remark."""

    def subject(self, name: str, kind: str = "") -> int | None:
        """Return the id of a speaker or author by name, made when new; ``None`` for a blank."""
        if not name.strip():
            return None
        key = fold_name(name)
        if key not in self.subjects:
            made = Subject(new_id(), natural_name(name), kind)
            self._new_subjects[made.id] = made
            self.subjects[key] = made.id
        return self.subjects[key]

    def add_subject(self, subject: Subject) -> None:
        """Note a new subject under its own name and its other ones."""
        self._new_subjects[subject.id] = subject
        self._named.add(subject.id)
        for name in (*subject.variants, subject.name):
            self.subjects[fold_name(name)] = subject.id

    def relate_subject(self, subject: Subject) -> None:
        """Note to whom a new subject is related."""
        self._related[subject.id] = subject

    def known_subjects(self) -> dict[int, Subject]:
        """Return every subject by id, the new ones with those whom they are related to."""
        return self._kept_subjects | self._new_subjects | self._related

    def kind_of(self, subject_id: int) -> str:
        """Return what a subject is, as far as that is said."""
        subject = self._new_subjects.get(subject_id) or self._kept_subjects[subject_id]
        return subject.kind

    def point_subject(self, name: str, kind: str) -> int | None:
        """Return the id of the subject that a point is about.

        The name as a point gives it is the subject's own, though an author's line came first.
        """
        subject_id = self.subject(name, kind)
        made = self._new_subjects.get(subject_id or 0)
        if made is not None and made.id not in self._named:
            own = replace(made, name=name.strip(), kind=kind or made.kind)
            self._new_subjects[made.id] = own
            self._named.add(made.id)
        return subject_id

    def add_source(self, source: Source) -> None:
        """Note a new source."""
        self._new_sources[source.id] = source
        self.sources[source.key.casefold()] = source

    def quote(self, source: Source, quoting: Source) -> None:
        """Note that a new source is known only through another one."""
        self.add_source(replace(source, quoted_after_id=quoting.id))

    def add_account(self, account: Account) -> None:
        """Note a new account."""
        self._new_accounts[account.id] = account
        self.accounts[account.siglum.casefold()] = account

    def change_account(self, account: Account) -> None:
        """Note what a known account now says."""
        waiting = self._new_accounts if account.id in self._new_accounts else self._changed_accounts
        waiting[account.id] = account
        self.accounts[account.siglum.casefold()] = account

    def add_point(self, point: Point) -> None:
        """Note a new point."""
        self._new_points.append(point)
        self.points[(point.subject_id, fold(point.question))] = point

    def add_option(self, option: Option) -> None:
        """Note a new option of a point."""
        self._new_options.append(option)
        self.options.setdefault(option.point_id, {})[fold(option.label)] = option

    def add_claim(self, claim: Claim) -> None:
        """Note a new claim."""
        self._new_claims.append(claim)

    def add_derivation(self, derivation: Derivation, sheet: str, line: int) -> None:
        """Note that one account draws on another, and where that stands."""
        self._new_derivations.append(derivation)
        self._places[derivation.id] = (sheet, line)
        self.derivations.append(derivation)

    def add_rule(self, rule: Rule) -> None:
        """Note a rule between two points."""
        self._new_rules.append(rule)

    def write(self) -> None:
        """Write all that is new, parents before children."""
        add_subjects(self.tx, list(self._new_subjects.values()))
        for subject in self._related.values():
            edit_subject(self.tx, subject)
        add_records(self.tx, list(self._new_sources.values()))
        add_records(self.tx, list(self._new_accounts.values()))
        for account in self._changed_accounts.values():
            edit_record(self.tx, account)
        add_records(self.tx, self._new_derivations)
        add_records(self.tx, self._new_points)
        add_records(self.tx, self._new_options)
        add_claims(self.tx, self._new_claims)
        add_records(self.tx, self._new_rules)

    def check_links(self) -> None:
        """Refuse, once all is written, a source that draws on one it could not have known."""
        for derivation, why in find_impossible(self.tx, self._new_derivations):
            sheet, line = self._places[derivation.id]
            raise SheetError(sheet, why, line)
