"""``tanglaw patterns``: what is looked for, on which grounds, and whether the files that say so are sound."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tanglaw.common.errors import Fault
    from tanglaw.patterns.pattern import Pattern
    from tanglaw.patterns.pattern_set import PatternSet

FOLDERS = Annotated[
    list[Path] | None,
    typer.Option("--patterns", metavar="FOLDER", help="Also read the pattern files of this folder; may be repeated."),
]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def register(app: typer.Typer) -> None:
    """Add the command and its parts to the application."""
    patterns = typer.Typer(invoke_without_command=True)
    patterns.callback()(patterns_command)
    patterns.command("list")(list_command)
    patterns.command("show")(show_command)
    patterns.command("check")(check_command)
    patterns.command("diff")(diff_command)
    app.add_typer(patterns, name="patterns")


def patterns_command(context: typer.Context, folders: FOLDERS = None, as_json: JSON = False) -> None:
    """List, explain or check the patterns and ordinary explanations; lists them when nothing else is asked."""
    if context.invoked_subcommand is None:
        list_command(folders, as_json)


def list_command(folders: FOLDERS = None, as_json: JSON = False) -> None:
    """List every pattern and ordinary explanation."""
    patterns, _ = _load(folders)
    if as_json:
        _print_json([_summary(pattern) for pattern in patterns])
    else:
        _print_table(patterns)


def show_command(
    pattern_id: Annotated[str, typer.Argument(metavar="ID", help="Id of a pattern or ordinary explanation.")],
    folders: FOLDERS = None,
    as_json: JSON = False,
) -> None:
    """Explain one in plain words, with every figure and its source."""
    from tanglaw.patterns.explain import explain  # noqa: PLC0415

    patterns, measures = _load(folders)
    pattern = patterns.get(pattern_id)
    if as_json:
        _print_json(dataclasses.asdict(pattern))
    else:
        typer.echo(explain(pattern, measures), nl=False)


def check_command(folders: FOLDERS = None, as_json: JSON = False) -> None:
    """Report every fault of every pattern file at once; exit status 1 if there is one."""
    from tanglaw.common.errors import FaultsError  # noqa: PLC0415

    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    count = 0
    try:
        patterns, _ = _load(folders)
        warnings, count = patterns.warnings, len(patterns)
    except FaultsError as error:
        faults = error.faults
    if as_json:
        _print_json({"files_read_as_patterns": count, "faults": _plain(faults), "warnings": _plain(warnings)})
    else:
        for severity, found in (("error", faults), ("warning", warnings)):
            for fault in found:
                typer.echo(_pointed(fault, severity) + "\n")
        typer.echo(_verdict(count, faults, warnings))
    if faults:
        raise typer.Exit(1)


def diff_command(
    first: Annotated[str, typer.Argument(metavar="A", help="`library`, a folder of pattern files, or an update.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The same; how B differs from A is shown.")],
    folders: FOLDERS = None,
    top: Annotated[int, typer.Option(min=1, help="How many bands to show.")] = 20,
    as_json: JSON = False,
) -> None:
    """Show which bands B expects more or less often than A, in words and nats, the largest effect first."""
    from tanglaw.inference.difference import differ  # noqa: PLC0415
    from tanglaw.leads.learning import difference_words  # noqa: PLC0415
    from tanglaw.leads.learning.sides import side  # noqa: PLC0415
    from tanglaw.measures import catalogue  # noqa: PLC0415

    found = differ(side(first, folders or ()), side(second, folders or ()), catalogue.bands())
    if as_json:
        _print_json(difference_words.as_json(found))
    else:
        typer.echo(difference_words.as_text(found, top), nl=False)


def _load(folders: list[Path] | None) -> tuple[PatternSet, Any]:
    from tanglaw.patterns import catalogue, loading  # noqa: PLC0415

    measures = catalogue.known_measures()
    return loading.load([loading.LIBRARY, *(folders or [])], catalogue.bands_of(measures)), measures


def _summary(pattern: Pattern) -> dict[str, Any]:
    marks = [expectation.mark for expectation in pattern.expects]
    return {
        "id": pattern.id,
        "role": pattern.role,
        "kind": pattern.kind,
        "title": pattern.title,
        "protect": pattern.protect,
        "prior": pattern.prior.share,
        "published": marks.count("published"),
        "assumed": marks.count("assumed"),
        "file": pattern.origin,
        "sha256": pattern.sha256,
    }


def _print_table(patterns: PatternSet) -> None:
    import sys  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from tanglaw.patterns.figures import ROLE_WORDS, percent  # noqa: PLC0415

    console = Console(width=None if sys.stdout.isatty() else 200)
    for role, word in ROLE_WORDS.items():
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column(f"of the {word}", no_wrap=True)
        table.add_column("kind", no_wrap=True)
        table.add_column("title")
        table.add_column("prior", justify="right", no_wrap=True)
        table.add_column("published", justify="right", no_wrap=True)
        for pattern in patterns:
            if pattern.role == role:
                title = pattern.title + (" (protected)" if pattern.protect else "")
                published = sum(expectation.mark == "published" for expectation in pattern.expects)
                figures = f"{published} of {len(pattern.expects)}"
                table.add_row(pattern.id, pattern.kind, title, percent(pattern.prior.share), figures)
        if table.row_count:
            console.print(table, "")
    console.print("published: expectations that rest on a published figure. `tanglaw patterns show ID` explains one.")


def _pointed(fault: Fault, severity: str) -> str:
    from tanglaw.patterns.placed_fault import PlacedFault  # noqa: PLC0415

    return fault.pointed(severity) if isinstance(fault, PlacedFault) else f"{severity}: {fault}"


def _verdict(count: int, faults: tuple[Fault, ...], warnings: tuple[Fault, ...]) -> str:
    def counted(number: int, noun: str) -> str:
        return f"{number} {noun}" + ("" if number == 1 else "s")

    if faults:
        return f"{counted(len(faults), 'fault')}. Nothing was loaded."
    tail = f", {counted(len(warnings), 'warning')}" if warnings else ""
    return f"{count} patterns and ordinary explanations: no fault{tail}."


def _plain(faults: tuple[Fault, ...]) -> list[dict[str, Any]]:
    return [dataclasses.asdict(fault) for fault in faults]


def _print_json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
