"""``tanglaw file``: leads as a report to an authority."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("file")
    def file(  # noqa: PLR0917 -- typer reads options from the signature
        source: Annotated[Path, typer.Argument(help="Folder that `tanglaw detect` wrote, or a dossier (JSON).")],
        lead: Annotated[
            list[str] | None,
            typer.Argument(help="Leads to report together: each its id or rank, or a subject that has one."),
        ] = None,
        form: Annotated[str, typer.Option("--as", help="goaml, fincen, str, pack or dossier.")] = "dossier",
        out: Annotated[Path, typer.Option(help="Folder for the files.")] = Path("filing"),
        profile: Annotated[
            str | None, typer.Option(help="Name of a profile, or your own TOML file; `--as` has a general one.")
        ] = None,
        filer: Annotated[Path | None, typer.Option(help="TOML file that says who files.")] = None,
        reference: Annotated[str | None, typer.Option(help="Your own reference of the filing.")] = None,
        dated: Annotated[str | None, typer.Option(help="Day of the filing (YYYY-MM-DD); today, UTC.")] = None,
        about: Annotated[str, typer.Option(help="goAML: transactions or activity.")] = "transactions",
        xsd: Annotated[Path | None, typer.Option(help="The authority's own XML schema to validate with.")] = None,
        rates: Annotated[Path | None, typer.Option(help="CSV of your own rates: date,currency,usd_per_unit.")] = None,
        key: Annotated[Path | None, typer.Option(help="Pack: private key to sign with (`tanglaw pack key`).")] = None,
        redacted: Annotated[
            bool, typer.Option("--redacted", help="Pack: mask protected persons and third parties.")
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON.")] = False,
    ) -> None:
        """Make a report from leads: goAML, FinCEN SAR, generic report, evidence pack, or the dossier to edit first.

        It says how complete and how urgent the report is and what is missing. A report that its form cannot carry is
        refused with every reason, and nothing is written.
        """
        from tanglaw.common.errors import UsageError  # noqa: PLC0415 -- Polars loads only when the command runs
        from tanglaw.filings import filing, showing  # noqa: PLC0415
        from tanglaw.filings.profiles.loading import load_filer  # noqa: PLC0415

        if about not in {"transactions", "activity"}:
            raise UsageError(f"--about: found {about}; expected transactions or activity.")
        if form not in filing.FORMS:
            raise UsageError(f"--as: found {form}; expected one of {', '.join(filing.FORMS)}.")
        try:
            day = datetime.strptime(dated, "%Y-%m-%d").date() if dated else datetime.now(UTC).date()  # noqa: DTZ007
        except ValueError:
            raise UsageError(f"--dated: found {dated}; expected a day as YYYY-MM-DD.") from None
        chosen = filing.profile_for(form, profile)
        dossier = filing.open_dossier(source, lead or (), dated=day, reference=reference)
        dossier = filing.with_filer(dossier, load_filer(filer) if filer else None, chosen)
        ready = filing.readiness(dossier, chosen)
        made = filing.render(
            dossier, form, chosen, about=about, xsd=xsd, rates=rates, key=key, redacted=redacted,  # type: ignore[arg-type]
        )  # fmt: skip
        files = filing.write(made.checked(f"The report as {form}"), out)
        if as_json:
            typer.echo(json.dumps(showing.as_json(dossier, ready, files, made.remarks), indent=2, ensure_ascii=False))
        else:
            typer.echo(showing.as_text(dossier, ready, files, made.remarks), nl=False)
