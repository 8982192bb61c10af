"""``tanglaw demo``: a practice world, detected and shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def demo(
        folder: Annotated[Path, typer.Argument(help="Where to put the practice world and the report.")] = Path(
            "tanglaw-demo"
        ),
        senders: Annotated[int, typer.Option(help="Payers in the practice world.")] = 5_000,
        seed: Annotated[int, typer.Option(help="The same seed makes the same world.")] = 4,
    ) -> None:
        """Make a practice world of invented people, detect, and show the first leads."""
        from tanglaw.common.progress import Progress  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.filings.profiles.practice import write_practice_filer  # noqa: PLC0415
        from tanglaw.lab import worlds  # noqa: PLC0415
        from tanglaw.leads.detection import detect  # noqa: PLC0415
        from tanglaw.leads.table import print_leads  # noqa: PLC0415

        with Progress() as progress:
            with progress.stage("making a practice world"):
                world = worlds.simulate(folder / "world", senders, 24, seed)
            found = detect([world.payments_path], folder / "results", progress=progress)
        filer = write_practice_filer(folder)
        print_leads(found.leads)
        typer.echo(
            f"\nAll people and payments are invented: {world.payments:,} payments of a practice world, "
            "in which the crime is far more common than in life.\n"
            f"The report: {folder / 'results' / 'report.html'}\n"
            f"How right it was: tanglaw evaluate {folder / 'results'} --truth {world.truth_path}\n"
            f"A lead as a filing: tanglaw file {folder / 'results'} 3 --as goaml --filer {filer} "
            f"--out {folder / 'filing'}"
        )
