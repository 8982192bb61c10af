"""``tanglaw mapping``: propose how an institution's columns become the payment table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def mapping(
        file: Annotated[Path, typer.Argument(metavar="INPUT", help="A CSV or Parquet file of payments.")],
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of TOML.")] = False,
    ) -> None:
        """Propose a mapping for INPUT, and say how sure each column is.

        Save what it prints, check it, and pass it to detect with --mapping.
        """
        from tanglaw.payments.proposal import as_toml  # noqa: PLC0415 -- keeps the start of other commands fast
        from tanglaw.payments.proposal.propose import propose  # noqa: PLC0415
        from tanglaw.payments.proposal.sample import take_sample  # noqa: PLC0415

        proposal = propose(take_sample(file))
        typer.echo(as_toml.as_json(proposal) if as_json else as_toml.as_toml(proposal), nl=as_json)
        unsure = [guess.column for guess in proposal.guesses if guess.sureness == "a guess"]
        if proposal.missing:
            typer.echo(f"Not found, and required: {', '.join(proposal.missing)}.", err=True)
        if unsure:
            typer.echo(f"Only guessed: {', '.join(unsure)}.", err=True)
