"""``tanglaw explain``: one subject's leads in full, or why it is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tanglaw.common.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def explain(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that `tanglaw detect` wrote.")],
        subject: Annotated[
            str,
            typer.Argument(help="Id of a payer or receiver, as in the payments, of a lead (L-…) or of a group (G-…)."),
        ],
        pattern: Annotated[str | None, typer.Option(help="Only this pattern.")] = None,
        role: Annotated[str | None, typer.Option(help="Only as originator (payer) or beneficiary (receiver).")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """Explain one subject or group in plain words: every reason for and against, and how its score is made."""
        # Polars loads only when the command runs.
        from tanglaw.leads import explaining, explanation  # noqa: PLC0415
        from tanglaw.leads.groups import explanation as grouped  # noqa: PLC0415

        group = grouped.find_group(folder, subject)
        if group:
            if pattern or role:
                raise UsageError(f"{subject} is a group: --pattern and --role are for one payer or receiver.")
            if as_json:
                typer.echo(json.dumps(grouped.group_data(group), indent=2, ensure_ascii=False))
            else:
                typer.echo(grouped.group_text(group, folder, explaining.shield(folder)), nl=False)
            return
        found = explaining.known(folder, subject, pattern=pattern, role=role)
        shield, groups = explaining.shield(folder), grouped.group_of_lead(folder)
        if as_json:
            typer.echo(json.dumps(explanation.as_json(found, shield, groups), indent=2, ensure_ascii=False))
        else:
            typer.echo(explanation.as_text(found, shield, groups), nl=False)
