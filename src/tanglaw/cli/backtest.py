"""``tanglaw backtest``: patterns tried on past payments, as if they had been running then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def backtest(  # noqa: PLR0917 -- typer reads options from the signature
        inputs: Annotated[
            list[Path], typer.Argument(help="Payments: CSV, Parquet or ISO 20022 files, or folders of them.")
        ],
        out: Annotated[Path, typer.Option(help="Folder for backtest.html, backtest.json and leads_by_period.parquet.")],
        every: Annotated[str, typer.Option(help="week, month or quarter.")] = "month",
        since: Annotated[
            str | None, typer.Option("--from", help="Month or day in the first period; default: the third month.")
        ] = None,
        until: Annotated[str | None, typer.Option("--to", help="Month or day in the last period.")] = None,
        first: Annotated[int, typer.Option(min=1, help="Leads that people look at in each period.")] = 50,
        engine: Annotated[str, typer.Option(help="local or spark.")] = "local",
        known: Annotated[
            Path | None, typer.Option(help="Outcomes, to see how early their subjects would have been found.")
        ] = None,
        mapping: Annotated[Path | None, typer.Option(help="TOML file that names your own columns.")] = None,
        rates: Annotated[Path | None, typer.Option(help="CSV of your own rates: date,currency,usd_per_unit.")] = None,
        patterns: Annotated[list[Path] | None, typer.Option(help="Folder with further pattern files.")] = None,
        update: Annotated[
            list[Path] | None, typer.Option(help="Update that `tanglaw learn` wrote; may be given several times.")
        ] = None,
        identities: Annotated[
            bool,
            typer.Option(
                "--identities/--no-identities",
                help="Join accounts of one person or household, by what was on record then; or take each by itself.",
            ),
        ] = True,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """Try the patterns on past payments, period by period, with nothing of the future seen.

        Payments are read once. Known outcomes are never told to the detector; they only say how early each subject
        would have been found.
        """
        from tanglaw.common.progress import Progress  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.leads.backtesting import words  # noqa: PLC0415
        from tanglaw.leads.backtesting.backtest import backtest as play  # noqa: PLC0415
        from tanglaw.payments.mapping_file import load_mapping  # noqa: PLC0415

        with Progress() as progress:
            made = play(
                inputs, out, every=every, since=since, until=until, first=first, engine=engine,
                mapping=load_mapping(mapping) if mapping else None, rates=rates, pattern_folders=patterns or (),
                known=known, updates=update or (), identities=identities, progress=progress,
            )  # fmt: skip
        if as_json:
            typer.echo(json.dumps(made.as_json(), indent=2, ensure_ascii=False))
            return
        typer.echo(words.as_text(made), nl=False)
        typer.echo(f"\nThe page: {out / 'backtest.html'}")
