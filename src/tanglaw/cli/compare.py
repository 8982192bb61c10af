"""``tanglaw compare``: what changed from one run to another, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def compare(
        first: Annotated[Path, typer.Argument(metavar="RUN_A", help="Folder that `tanglaw detect` wrote.")],
        second: Annotated[Path, typer.Argument(metavar="RUN_B", help="Another one.")],
        top: Annotated[int, typer.Option(min=1, help="How many leads of each kind to show.")] = 10,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """Show which leads entered, left or moved from RUN_A to RUN_B, and by which reason.

        The runs may differ in payments, patterns, updates or version; what differs is said first. Exit status 1 when
        they have no payer and no receiver in common.
        """
        from tanglaw.leads.comparing import words  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.leads.comparing.compare import compare as compare_runs  # noqa: PLC0415

        found = compare_runs(first, second)
        if as_json:
            typer.echo(json.dumps(words.as_json(found), indent=2, ensure_ascii=False))
        else:
            typer.echo(words.as_text(found, top), nl=False)
        if not found.circumstances.comparable:
            raise typer.Exit(1)
