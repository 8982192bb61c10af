"""``tanglaw detect``: from payments to explained leads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def detect(  # noqa: PLR0917 -- typer reads options from the signature
        inputs: Annotated[
            list[Path], typer.Argument(help="Payments: CSV, Parquet or ISO 20022 files, or folders of them.")
        ],
        out: Annotated[Path, typer.Option(help="Folder for leads, scores and the report.")],
        engine: Annotated[str, typer.Option(help="local or spark.")] = "local",
        mapping: Annotated[Path | None, typer.Option(help="TOML file that names your own columns.")] = None,
        rates: Annotated[Path | None, typer.Option(help="CSV of your own rates: date,currency,usd_per_unit.")] = None,
        known: Annotated[
            Path | None,
            typer.Option(help="CSV or Parquet of outcomes: role,subject_id,pattern,outcome[,explanation]."),
        ] = None,
        update: Annotated[
            list[Path] | None, typer.Option(help="Update that `tanglaw learn` wrote; may be given several times.")
        ] = None,
        links: Annotated[
            Path | None,
            typer.Option(
                help="CSV or Parquet of accounts that people joined or split, which wins over what is found: "
                "role,subject_id,other_subject_id,level,decision."
            ),
        ] = None,
        identities: Annotated[
            bool,
            typer.Option(
                "--identities/--no-identities",
                help="Look for accounts of one person or household and count them as one party.",
            ),
        ] = True,
        patterns: Annotated[list[Path] | None, typer.Option(help="Folder with further pattern files.")] = None,
        progress_lines: Annotated[
            bool,
            typer.Option("--progress-lines", help="Write progress as lines of JSON to stderr instead of a bar."),
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print what the run did as JSON.")] = False,
    ) -> None:
        """Find payments consistent with online child sexual exploitation, and say why."""
        from tanglaw.common.progress import Progress  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.leads import detection  # noqa: PLC0415
        from tanglaw.leads.table import print_leads  # noqa: PLC0415
        from tanglaw.payments.mapping_file import load_mapping  # noqa: PLC0415

        with Progress(lines=progress_lines) as progress:
            found = detection.detect(
                inputs, out, engine=engine, mapping=load_mapping(mapping) if mapping else None, rates=rates,
                pattern_folders=patterns or (), known=known, updates=update or (), links=links, identities=identities,
                progress=progress,
            )  # fmt: skip
        if as_json:
            typer.echo(json.dumps(found.run, indent=2, ensure_ascii=False))
            return
        print_leads(found.leads)
        typer.echo(f"\n{len(found.leads):,} leads. The report: {out / 'report.html'}")
