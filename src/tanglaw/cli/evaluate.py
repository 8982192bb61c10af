"""``tanglaw evaluate``: measure a ranking against a practice world's truth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def evaluate(  # noqa: PLR0917 -- typer reads options from the signature
        folder: Annotated[Path, typer.Argument(help="Folder that `tanglaw detect` wrote (scores.parquet).")],
        truth: Annotated[Path, typer.Option(help="The practice world's truth.parquet.")],
        payments: Annotated[
            Path | None, typer.Option(help="The payments, to tell corridors when measures.parquet does not.")
        ] = None,
        plot: Annotated[
            Path | None, typer.Option(help="Folder for pictures: precision-recall, calibration, false alarms by group.")
        ] = None,
        budget: Annotated[
            float, typer.Option(help="Share of subjects that is looked at, for fairness and harm.")
        ] = 0.01,
        without_network: Annotated[
            bool, typer.Option("--without-network", help="Leave out what counterparties contribute (score_alone).")
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print the evaluation as JSON.")] = False,
    ) -> None:
        """Measure a ranking against the truth: average precision, budgets, calibration, confusions, fairness."""
        from tanglaw.lab import evaluation  # noqa: PLC0415 -- numpy and Polars load only when the command runs
        from tanglaw.lab.evaluation import plots, table  # noqa: PLC0415

        found = evaluation.evaluate(folder, truth, payments, budget=budget, network=not without_network)
        if as_json:
            typer.echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False))
        else:
            typer.echo(table.as_text(found), nl=False)
        if plot is not None:
            for path in plots.write_plots(found, plot):
                typer.echo(f"wrote {path}", err=True)
