"""``tanglaw submission``: a filing on its way, from draft to receipt."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tanglaw.filings.submission.store import Store
    from tanglaw.filings.submission.submission import Submission

STORE = Annotated[Path, typer.Option(help="File that holds the submissions.")]
BY = Annotated[str, typer.Option(help="Who does this, for the audit.")]
NUMBER = Annotated[int, typer.Argument(metavar="NUMBER", help="Number of the submission.")]
JSON = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
PLACE = Path("submissions.sqlite")


def register(app: typer.Typer) -> None:
    """Add the command and its parts to the application."""
    group = typer.Typer(no_args_is_help=True, help="Bring a filing to an authority, and know whether it arrived.")
    group.command("prepare")(prepare)
    group.command("approve")(approve)
    group.command("sign")(sign)
    group.command("hand-over")(hand_over)
    group.command("receive")(receive)
    group.command("correct")(correct)
    group.command("withdraw")(withdraw)
    group.command("list")(list_)
    group.command("show")(show)
    app.add_typer(group, name="submission")


def prepare(  # noqa: PLR0917 -- typer reads options from the signature
    dossier: Annotated[Path, typer.Argument(help="A dossier (`tanglaw file --as dossier`).")],
    by: BY,
    form: Annotated[str, typer.Option("--as", help="goaml, fincen or str.")] = "goaml",
    profile: Annotated[str | None, typer.Option(help="Name of a profile, or your own TOML file.")] = None,
    filer: Annotated[Path | None, typer.Option(help="TOML file that says who files.")] = None,
    about: Annotated[str, typer.Option(help="goAML: transactions or activity.")] = "transactions",
    xsd: Annotated[Path | None, typer.Option(help="The authority's own XML schema to validate with.")] = None,
    suspected: Annotated[str | None, typer.Option(help="Day of the suspicion (YYYY-MM-DD): time runs from it.")] = None,
    corrects: Annotated[int | None, typer.Option(help="Number of the submission that this one corrects.")] = None,
    store: STORE = PLACE,
    as_json: JSON = False,
) -> None:
    """Take a filing in: it is put into its form, validated, and waits for a second person."""
    from tanglaw.common.errors import UsageError  # noqa: PLC0415
    from tanglaw.filings import filing  # noqa: PLC0415
    from tanglaw.filings.profiles.loading import load_filer  # noqa: PLC0415
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    chosen = filing.profile_for(form, profile)
    if chosen is None or form not in filing.DEFAULT_PROFILES:
        raise UsageError(f"--as: found {form}; expected one of {', '.join(filing.DEFAULT_PROFILES)}.")
    one = filing.open_dossier(dossier, (), dated=datetime.now(UTC).date())
    one = filing.with_filer(one, load_filer(filer) if filer else None, chosen)
    made = filing.render(one, form, chosen, about=about, xsd=xsd)  # type: ignore[arg-type]
    since = _day(suspected, "--suspected") if suspected else None
    with _open(store) as held:
        before = machine.reported_before(held, one, chosen)
        found = machine.prepare(held, one, chosen, made, by, suspected=since, corrects=corrects)
        if others := [number for number in before if number not in {found.id, corrects}]:
            said = ", ".join(map(str, others))
            typer.echo(f"The same lead was reported to this authority before: submission {said}.", err=True)
        _print(found, as_json)


def approve(number: NUMBER, by: BY, store: STORE = PLACE, as_json: JSON = False) -> None:
    """Approve a submission; whoever prepared it cannot."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    with _open(store) as held:
        _print(machine.approve(held, number, by), as_json)


def sign(
    number: NUMBER,
    by: BY,
    key: Annotated[Path, typer.Option(help="Private key to sign with (`tanglaw pack key`).")],
    store: STORE = PLACE,
    as_json: JSON = False,
) -> None:
    """Sign the files of an approved submission."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    with _open(store) as held:
        _print(machine.sign_submission(held, number, key, by), as_json)


def hand_over(  # noqa: PLR0917
    number: NUMBER,
    by: BY,
    to: Annotated[str, typer.Option(help="A folder, or a TOML file of a transport.")],
    again: Annotated[bool, typer.Option("--again", help="Send though it is not known whether it arrived.")] = False,
    signatures: Annotated[bool, typer.Option("--with-signatures", help="Also hand over the signatures.")] = False,
    store: STORE = PLACE,
    as_json: JSON = False,
) -> None:
    """Hand a signed submission over, once. Handed over is not arrived: `receive` reads the receipt."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415
    from tanglaw.filings.transport.transport import choose  # noqa: PLC0415

    with _open(store) as held:
        _print(machine.hand_over(held, number, choose(to), by, again=again, signatures=signatures), as_json)


def receive(
    by: BY,
    source: Annotated[str, typer.Option("--from", help="A folder, or a TOML file of a transport.")],
    store: STORE = PLACE,
    as_json: JSON = False,
) -> None:
    """Read the receipts that came back; exit status 1 if one could not be used."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415
    from tanglaw.filings.transport.transport import choose  # noqa: PLC0415
    from tanglaw.leads.text import plain  # noqa: PLC0415

    with _open(store) as held:
        found = machine.receive(held, choose(source), by)
    if as_json:
        said = [{"file": one.name, "submission": one.submission.id if one.submission else None, "said": one.said}
                for one in found]  # fmt: skip
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for one in found:
            number = f"submission {one.submission.id}" if one.submission else "no submission"
            typer.echo(f"{plain(one.name)}: {number}: {plain(one.said)}")
        if not found:
            typer.echo("No new receipt.")
    if any(one.said.startswith("not used") for one in found):
        raise typer.Exit(1)


def correct(
    number: NUMBER,
    by: BY,
    out: Annotated[Path, typer.Option(help="Where to write the dossier of the next version.")],
    store: STORE = PLACE,
) -> None:
    """Write the dossier of the next version, to be mended and prepared with --corrects; says why it was refused."""
    from tanglaw.filings.dossier.files import to_json  # noqa: PLC0415
    from tanglaw.filings.private import write_private  # noqa: PLC0415
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    with _open(store) as held:
        dossier = machine.correction(held, number, by)
        reasons = held.get(number, _reader(by)).reasons
    write_private(out, to_json(dossier).encode("utf-8"))
    for one in reasons:
        typer.echo(f"  · {one.field}: {one.text} ({one.code} {one.element})".rstrip())
    typer.echo(f"wrote {out}, version {dossier.version}; prepare it with --corrects {number}")


def withdraw(
    number: NUMBER, by: BY, why: Annotated[str, typer.Option(help="Why, for the audit.")], store: STORE = PLACE,
    as_json: JSON = False,
) -> None:  # fmt: skip
    """Withdraw a submission that has not left."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    with _open(store) as held:
        _print(machine.send_back(held, number, by, why), as_json)


def list_(
    by: BY,
    only_due: Annotated[bool, typer.Option("--due", help="Only what is not done, the most pressing first.")] = False,
    on: Annotated[str | None, typer.Option(help="Day to count from (YYYY-MM-DD); today, UTC.")] = None,
    store: STORE = PLACE,
    as_json: JSON = False,
) -> None:
    """List submissions with their state and when they are due."""
    from tanglaw.filings.submission import machine  # noqa: PLC0415

    day = _day(on, "--on") if on else datetime.now(UTC).date()
    with _open(store) as held:
        found = machine.due(held, day, _reader(by)) if only_due else [(s, None) for s in held.every(_reader(by))]
    if as_json:
        typer.echo(json.dumps([_data(one) | {"days_left": left} for one, left in found], ensure_ascii=False, indent=2))
        return
    for one, left in found:
        when = "" if left is None else f", {left} days left" if left >= 0 else f", {-left} days overdue"
        typer.echo(_line(one) + when)
    if not found:
        typer.echo("None.")


def show(number: NUMBER, by: BY, store: STORE = PLACE, as_json: JSON = False) -> None:
    """Show a submission: its state, why it was refused, and everything that was done with it."""
    with _open(store) as held:
        one = held.get(number, _reader(by))
        events, whole = held.events(number), held.audit_is_whole()
    if as_json:
        said = [dataclasses.asdict(event) | {"at": event.at.isoformat()} for event in events]
        typer.echo(json.dumps(_data(one) | {"events": said, "audit_is_whole": whole}, ensure_ascii=False, indent=2))
        return
    typer.echo(_line(one))
    for reason in one.reasons:
        typer.echo(f"  · {reason.field}: {reason.text} ({reason.code} {reason.element})".rstrip())
    for event in events:
        typer.echo(f"  {event.at:%Y-%m-%d %H:%M:%S} {event.who}: {event.what} {event.detail}".rstrip())
    typer.echo("The audit is whole." if whole else "THE AUDIT WAS CHANGED: lines were altered, removed or put in.")


def _open(path: Path) -> Store:
    from tanglaw.filings.submission.store import Store  # noqa: PLC0415

    return Store(path)


def _reader(by: str) -> Any:  # noqa: ANN401 -- loaded when needed
    from tanglaw.filings.submission.visibility import Reader  # noqa: PLC0415

    return Reader.of(by, {"filer"})


def _day(text: str, option: str) -> date:
    from tanglaw.common.errors import UsageError  # noqa: PLC0415

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option}: found {text}; expected a day as YYYY-MM-DD.") from None


def _data(one: Submission) -> dict[str, Any]:
    return dataclasses.asdict(one) | {"due": one.due.isoformat() if one.due else None}


def _line(one: Submission) -> str:
    receipt = f", receipt {one.receipt}" if one.receipt else ""
    due = f", due {one.due.isoformat()}" if one.due else ""
    return f"{one.id}: {one.reference} version {one.version} to {one.authority} ({one.form}): {one.state}{receipt}{due}"


def _print(one: Submission, as_json: bool) -> None:
    typer.echo(json.dumps(_data(one), ensure_ascii=False, indent=2) if as_json else _line(one))
