"""``tanglaw learn``: from outcomes to an update that can be reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def learn(  # noqa: PLR0917 -- typer reads options from the signature
        runs: Annotated[list[Path], typer.Argument(metavar="RUN", help="Folders that `tanglaw detect` wrote.")],
        known: Annotated[
            Path, typer.Option(help="CSV or Parquet of outcomes: role,subject_id,pattern,outcome[,explanation].")
        ],
        out: Annotated[Path, typer.Option(help="YAML file to write the update to.")],
        patterns: Annotated[list[Path] | None, typer.Option(help="Folder with further pattern files.")] = None,
        least: Annotated[
            int, typer.Option(min=1, help="Leave out explanations that rest on fewer confirmed subjects.")
        ] = 5,
        share: Annotated[
            bool, typer.Option("--share", help="Make an update that may leave the house: small counts are pooled.")
        ] = False,
        folds: Annotated[
            int, typer.Option(min=2, help="Parts into which known subjects are divided for the trial.")
        ] = 5,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """Learn from confirmed and dismissed subjects: write a proposal, and say how it does on held-out subjects.

        Pattern files stay as they are; `tanglaw detect --update` adds what was learned to them. Exit status 1 when the
        update does worse on held-out subjects: it is written all the same, so that one can see why.
        """
        from tanglaw.common.outputs import write_atomically  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.leads.learning import words  # noqa: PLC0415
        from tanglaw.leads.learning.learn import learn as learn_from  # noqa: PLC0415

        lesson = learn_from(runs, known, pattern_folders=patterns or (), least=least, share=share, folds=folds)
        write_atomically(out, lesson.text)
        if as_json:
            typer.echo(json.dumps(words.as_json(lesson), indent=2, ensure_ascii=False))
        else:
            typer.echo(words.as_text(lesson, str(out)), nl=False)
        if lesson.trial.verdict == "worse":
            raise typer.Exit(1)
