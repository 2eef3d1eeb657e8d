"""The command line: thin, over the same services as the window.

Exit status 0: done. 1: a user's error, said in one line on standard error, nothing half-written.
2: wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from app.domain.errors import UserError


class UsageError(UserError):
    """The command itself is wrong, whatever the files: exit status 2."""


Window = Callable[[Path | None], int]


def run(open_window: Window, arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; ``open_window`` shows a dossier, if any."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if not given or (given[0] not in _COMMANDS and not given[0].startswith("-")):
            return open_window(_one_file(parser, given))
        if given[0] == "compare" and len(given) > 2:
            given.insert(2, "--")  # an answer may begin with a minus: -0043, -1985-04-12
        options = parser.parse_args(given)
        return int(options.run(options) or 0)
    except UserError as error:
        sys.stderr.write(f"variorum: {' '.join(str(error).split())}\n")
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        # The reader (head, less) has gone; what is left in the buffer must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("variorum: stopped; nothing was half-written.\n")
        return 1


def _one_file(parser: argparse.ArgumentParser, given: Sequence[str]) -> Path | None:
    if len(given) > 1:
        parser.error(f"“{given[0]}” is no command, and only one dossier can be opened at a time")
    if given and given[0].isalpha() and not Path(given[0]).exists():
        parser.error(f"“{given[0]}” is no command, and there is no such file")
    return Path(given[0]) if given else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="variorum",
        description="Source criticism: record what accounts claim, see what cannot stand together.",
        epilog="Without a command, “variorum [FILE]” opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"variorum {version('variorum')}")
    parser.add_argument(
        "--self-test", dest="run", action="store_const", const=_self_test,
        help="let the installed program prove itself",
    )  # fmt: skip
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, (add, command, words) in _COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        add(sub)
        sub.set_defaults(run=command)
    return parser


def _add_file(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path, metavar="FILE", help="the dossier")


def _add_import(sub: argparse.ArgumentParser) -> None:
    _add_file(sub)
    sub.add_argument("sheets", type=Path, nargs="+", metavar="INPUT", help="a sheet, such as a CSV")


def _add_sample(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path, nargs="?", metavar="FILE", default=None)


def _add_check(sub: argparse.ArgumentParser) -> None:
    _add_file(sub)
    sub.add_argument("--json", action="store_true", help="print one JSON object")


def _add_compare(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("kind", metavar="KIND", help="date, quantity, option, subject, yes-no, text")
    sub.add_argument(
        "answers", nargs="+", metavar="ANSWER",
        help="two answers; or “-” to read tab-separated pairs from standard input, and print one "
        "JSON object a line (what cannot be read gives an “error”)",
    )  # fmt: skip


def _add_report(sub: argparse.ArgumentParser) -> None:
    _add_file(sub)
    sub.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT",
        help="where to write; the ending says the format: .html, .pdf, .docx",
    )  # fmt: skip
    sub.add_argument(
        "--with", dest="sections", action="extend", type=_names, default=[], metavar="SECTIONS",
        help="what the report is to hold besides, set apart by commas: witnesses, drift, stemma, "
        "linchpins, reading-room, synopsis, audit",
    )  # fmt: skip


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _new(options: argparse.Namespace) -> None:
    from app.services.workspace import Workspace

    Workspace.create(options.file).close()
    print(f"Made the empty dossier {options.file}.")


def _sample(options: argparse.Namespace) -> None:
    from app.services.dossiers import SAMPLE_NAME, make_sample

    path = options.file or Path(SAMPLE_NAME)
    make_sample(path).close()
    print(f"Made the Kononov dossier {path}.")


def _import(options: argparse.Namespace) -> None:
    from app.services.importing import import_sheets
    from app.services.workspace import Workspace

    with Workspace.open(options.file) as workspace:
        imported = import_sheets(workspace, options.sheets)
    print(f"Imported {imported.rows}.")
    for line in imported.remarked:
        print(line)


def _check(options: argparse.Namespace) -> None:
    from app.services.checking import check_dossier, findings_in_words
    from app.services.workspace import Workspace

    with Workspace.open(options.file, read_only=True) as workspace:
        found = check_dossier(workspace)
    if options.json:
        print(_json(found, indent=1))
    else:
        print(findings_in_words(found))


def _report(options: argparse.Namespace) -> None:
    from app.services.reporting import write_report
    from app.services.workspace import Workspace

    with Workspace.open(options.file, read_only=True) as workspace:
        write_report(workspace, options.output, sections=options.sections)
    print(f"Wrote {options.output}.")


def _compare(options: argparse.Namespace) -> None:
    from app.domain.reading import kind_named
    from app.services.comparing import compare_answers

    try:
        kind = kind_named(options.kind)
    except UserError as error:
        raise UsageError(str(error)) from error
    if options.answers == ["-"]:
        lines = (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)
        for outcome in _pairs(lines, lambda a, b: compare_answers(kind, a, b)):
            print(_json(outcome))
        return
    if len(options.answers) != 2:
        raise UsageError("Name two answers to compare, or “-” to read pairs from standard input.")
    print(_json(compare_answers(kind, *options.answers)))


def _pairs(
    lines: Iterable[str], compare: Callable[[str, str], dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        parts = line.removeprefix("\ufeff").rstrip("\r\n").split("\t")
        if len(parts) != 2:
            count = f"{len(parts)} answer{'' if len(parts) == 1 else 's'}"
            yield {"error": f"Line {number} has {count}; write two, with a tab between them."}
            continue
        try:
            yield compare(*parts)
        except UserError as error:
            yield {"error": str(error)}


def _self_test(_: argparse.Namespace) -> int:
    from app.services.self_test import run_self_test

    failures = 0
    for name, problem in run_self_test():
        failures += bool(problem)
        print(f"{'FAILED' if problem else 'ok':7}{name}{f': {problem}' if problem else ''}")
    print("The installed program is sound." if not failures else f"{failures} checks failed.")
    return 1 if failures else 0


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


_COMMANDS: dict[
    str,
    tuple[
        Callable[[argparse.ArgumentParser], None],
        Callable[[argparse.Namespace], int | None],
        str,
    ],
] = {
    "new": (_add_file, _new, "make an empty dossier"),
    "sample": (_add_sample, _sample, "make the Kononov dossier"),
    "import": (_add_import, _import, "take in sheets of sources and claims"),
    "check": (_add_check, _check, "print what cannot stand together"),
    "compare": (_add_compare, _compare, "compare two answers"),
    "report": (_add_report, _report, "write the contradiction report"),
}
