"""``tanglaw explain``: one subject's leads in full, or why it is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def explain(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that `tanglaw detect` wrote.")],
        subject: Annotated[str, typer.Argument(help="Id of a payer or receiver, as in the payments.")],
        pattern: Annotated[str | None, typer.Option(help="Only this pattern.")] = None,
        role: Annotated[str | None, typer.Option(help="Only as originator (payer) or beneficiary (receiver).")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """Explain one subject in plain words: every reason for and against, and the exact sum behind its score."""
        from tanglaw.leads import explaining, explanation  # noqa: PLC0415 -- Polars loads only when the command runs

        found = explaining.known(folder, subject, pattern=pattern, role=role)
        shield = explaining.shield(folder)
        if as_json:
            typer.echo(json.dumps(explanation.as_json(found, shield), indent=2, ensure_ascii=False))
        else:
            typer.echo(explanation.as_text(found, shield), nl=False)
