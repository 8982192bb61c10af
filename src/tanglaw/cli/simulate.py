"""``tanglaw simulate``: make a practice world."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def simulate(  # noqa: PLR0917 -- typer reads options from the signature
        folder: Annotated[Path, typer.Argument(help="Where to write payments, truth.parquet and world.json.")],
        senders: Annotated[int, typer.Option(help="Payers in the world.")] = 5_000,
        months: Annotated[int, typer.Option(help="Calendar months of payments.")] = 24,
        seed: Annotated[int, typer.Option(help="The same seed makes the same world.")] = 1,
        kind: Annotated[str, typer.Option(help="mixed, imitators, sparse, clean, dirty or aliases.")] = "mixed",
        prevalence: Annotated[
            float,
            typer.Option(help="Share of payers under livestream_purchase; for measuring, not a real-life figure."),
        ] = 1 / 500,
        dirty: Annotated[float, typer.Option(help="Share of rows to break or repeat.")] = 0.0,
        drop_column: Annotated[
            list[str] | None, typer.Option(help="Leave out an optional column; may be given several times.")
        ] = None,
        columns: Annotated[str, typer.Option(help="all, or only the required ones.")] = "all",
        format: Annotated[str, typer.Option(help="parquet or csv.")] = "parquet",  # noqa: A002
        as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
    ) -> None:
        """Make a practice world: invented payments of a whole population, with the truth in a file of its own."""
        from tanglaw.lab import worlds  # noqa: PLC0415 -- numpy and Polars load only when the command runs

        options: Any = {"kind": kind, "columns": columns, "format": format}
        world = worlds.simulate(
            folder, senders, months, seed,
            prevalence=prevalence, dirty=dirty, drop_columns=tuple(drop_column or ()), **options,
        )  # fmt: skip
        about = {
            "payments_path": str(world.payments_path),
            "truth_path": str(world.truth_path),
            "payments": world.payments,
            "subjects": world.subjects,
        }
        if as_json:
            typer.echo(json.dumps(about, indent=2))
            return
        typer.echo(f"{world.payments:,} payments in {world.payments_path}; the truth is apart, in {world.truth_path}")
        for role, kinds in world.subjects.items():
            listed = ", ".join(f"{count:,} {name}" for name, count in sorted(kinds.items()))
            typer.echo(f"  {role} subjects: {listed}")
