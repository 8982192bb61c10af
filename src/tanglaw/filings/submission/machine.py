"""What may be done with a submission, and in which order. Nothing counts as sent before the authority says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.due import due_on
from tanglaw.filings.pack.signing import check, sign
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.rendering import Rendering
from tanglaw.filings.submission.keeping import Keeping
from tanglaw.filings.submission.receipts import Answer, read_receipt
from tanglaw.filings.submission.states import OPEN, State
from tanglaw.filings.submission.store import content_hash
from tanglaw.filings.submission.submission import Submission
from tanglaw.filings.submission.visibility import Reader
from tanglaw.filings.transport.transport import Transport, TransportError

SIGNATURE: Final = ".sig.json"
_AWAITING: Final = frozenset({"handing over", "handed over", "acknowledged"})


def prepare(
    store: Keeping, dossier: Dossier, profile: Profile, rendering: Rendering, who: str, *,
    suspected: date | None = None, corrects: int | None = None,
) -> Submission:  # fmt: skip
    """Take a filing in and note that its form accepts it.

    Args:
        store: where submissions are kept.
        dossier: what is reported.
        profile: of the authority.
        rendering: the files.
        who: prepares it; somebody else must approve.
        suspected: the day from which time runs; left out, the day the dossier is dated.
        corrects: submission that this one corrects.

    Raises:
        FaultsError: the form refused it.
        TanglawError: there is one of the same reference and version with other content, or one still on its way.
    """
    name = _person(who)
    files = rendering.checked(f"The report to {profile.authority}").files
    start = suspected or dossier.dated
    due = due_on(profile.deadline, start, profile.country) if profile.deadline else None
    old = store.get(corrects, _operator(who)) if corrects is not None else None
    if old is not None and old.state not in {"rejected", "acknowledged", "corrected"}:
        raise TanglawError(f"Submission {old.id} is {old.state}; only one that was answered can be corrected.")
    made = store.add(profile.authority, profile.form, profile.id, dossier.reference, dossier.version, name, due, files,
                     to_json(dossier), corrects)  # fmt: skip
    if made.state == "draft":
        made = store.move(made.id, "validated", name, f"{len(files)} files, no fault")
    if old is not None and old.state != "corrected":
        store.move(old.id, "corrected", name, f"by submission {made.id}")
    return made


def reported_before(store: Keeping, dossier: Dossier, profile: Profile) -> list[int]:
    """Give the numbers of other submissions about any of the same leads to the same authority."""
    leads = [matter.assessment.lead_id for matter in dossier.matters]
    return sorted({number for lead in leads for number in store.of_lead(lead, profile.authority)})


def approve(store: Keeping, number: int, who: str) -> Submission:
    """Approve a submission; a second person does.

    Raises:
        TanglawError: whoever prepared it cannot approve it, or it is in no state to be approved.
    """
    found = store.get(number, _operator(who))
    if _same(found.prepared_by, who):
        store.note(number, _person(who), "refused", "approval by the one who prepared it")
        raise TanglawError(f"{who} prepared submission {number}; a second person must approve it.")
    return store.move(number, "approved", _person(who), f"content {found.content_sha256}",
                      approved_by=_person(who))  # fmt: skip


def send_back(store: Keeping, number: int, who: str, why: str) -> Submission:
    """Send a submission back to draft, or withdraw it before it left: it then says why."""
    return store.move(number, "withdrawn", _person(who), why)


def sign_submission(store: Keeping, number: int, key: Path, who: str) -> Submission:
    """Sign each file of an approved submission.

    Raises:
        TanglawError: the content is not what was approved, or it is in no state to be signed.
        UsageError: the key cannot be used.
    """
    found = store.get(number, _operator(who))
    files = store.files(number)
    if found.state != "approved":
        return store.move(number, "signed", _person(who))  # refused, with the words for it
    if content_hash(files) != found.content_sha256:
        raise TanglawError(f"The files of submission {number} are not those that were approved.")
    signatures = {f"{name}{SIGNATURE}": sign(data, key) for name, data in files.items()}
    for name, data in signatures.items():
        store.put_file(number, name, data)
    by = check(next(iter(files.values())), next(iter(signatures.values())))
    return store.move(number, "signed", _person(who), f"key {by}")


def hand_over(
    store: Keeping, number: int, transport: Transport, who: str, *, again: bool = False, signatures: bool = False
) -> Submission:
    """Hand a signed submission over, once.

    The intent is written down before anything leaves. When a run was cut short, the next one looks whether the file is
    there: if so it goes on from there; if not, nobody knows whether it was taken already, and it says so instead of
    sending it twice.

    Args:
        store: where submissions are kept.
        number: which.
        transport: the way.
        who: does it.
        again: send although it is not known whether it arrived before; asked of the authority by a person.
        signatures: also hand over the signatures, for authorities that take them.

    Raises:
        TanglawError: not signed, content changed, or unknown whether it arrived.
        TransportError: the way failed.
    """
    found = store.get(number, _operator(who))
    if found.state in {"handed over", "acknowledged"}:
        return found
    files = _signed(store, found, signatures)
    if found.state == "handing over" and not again:
        first = next(iter(files))
        there = [name for name in files if transport.holds(name)]
        if first not in there:
            raise TanglawError(
                f"An earlier hand-over of submission {number} was cut short, and the files are not in the drop box: "
                "the authority may have taken them. Look for a receipt, ask, and use --again only if they have nothing."
            )
        files = {name: data for name, data in files.items() if name not in there}
    elif found.state != "handing over":
        store.move(number, "handing over", _person(who), f"content {found.content_sha256}")
    said = []
    for at, (name, data) in enumerate(files.items()):
        try:
            said.append(transport.put(name, data))
        except TransportError as error:
            store.note(number, _person(who), "failed", f"{name}: {error}")
            if not error.maybe_sent and at == 0 and found.state != "handing over":
                store.move(number, "signed", _person(who), "nothing had left")
            raise
    return store.move(number, "handed over", _person(who), "; ".join(said) or "found in the drop box")


def _signed(store: Keeping, found: Submission, signatures: bool) -> dict[str, bytes]:
    """Give the files to hand over, signatures last, after holding every file against what was approved and signed."""
    every = store.files(found.id)
    files = {name: data for name, data in every.items() if not name.endswith(SIGNATURE)}
    if found.state not in {"signed", "handing over"}:
        raise TanglawError(f"Submission {found.id} is {found.state}; only a signed one can be handed over.")
    if content_hash(files) != found.content_sha256:
        raise TanglawError(f"The files of submission {found.id} are not those that were approved.")
    for name, data in files.items():
        check(data, every.get(f"{name}{SIGNATURE}", b""))
    unique = {_named(found, name): data for name, data in files.items()}
    if not signatures:
        return unique
    return unique | {f"{_named(found, name)}{SIGNATURE}": every[f"{name}{SIGNATURE}"] for name in files}


def _named(found: Submission, name: str) -> str:
    """Give the name a file is handed over under: one version never takes another's place."""
    stem, dot, end = name.rpartition(".")
    return f"{stem}-v{found.version}{dot}{end}" if found.version > 1 else name


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file in the box for receipts.

    Attributes:
        submission: whose it is, if it could be told.
        said: in words.
    """

    name: str
    submission: Submission | None
    said: str


def receive(store: Keeping, transport: Transport, who: str) -> list[Received]:
    """Read the box for receipts; what was read before is passed over, what cannot be read is said and left there.

    A receipt counts only for a submission that was handed over; an authority may refuse what it acknowledged before,
    never the other way round.
    """
    known = {_named(one, name): one.id for one in store.every(_operator(who)) for name in store.files(one.id)}
    results = []
    for name in transport.receipts():
        if name in known:
            continue  # our own report, where one folder serves both ways
        try:
            results += _one_receipt(store, name, transport.fetch(name), who)
        except TanglawError as error:
            results.append(Received(name, None, f"not used: {error}"))
    return results


def _one_receipt(store: Keeping, name: str, data: bytes, who: str) -> list[Received]:
    answer = read_receipt(name, data)
    found = _whose(store, answer, who)
    if found is None:
        return [Received(name, None, "not used: no submission of ours is known by that name or reference")]
    if found.state not in _AWAITING:
        said = [] if store.knows_receipt(data) else [f"not used: submission {found.id} is {found.state}"]
        return [Received(name, found, one) for one in said]
    reasons = answer.warnings if answer.accepted else answer.reasons
    then: State | None = "acknowledged" if answer.accepted else "rejected"
    if found.state == then:
        then = None  # a second receipt of the same kind is kept, and changes nothing
    receipt = answer.receipt if answer.accepted and then else None
    if not store.settle(found.id, name, data, then, _person(who), receipt, reasons):
        return []
    now = store.get(found.id, _operator(who))
    if answer.accepted:
        more = f", with {len(reasons)} remarks" if reasons else ""
        return [Received(name, now, f"acknowledged as {now.receipt}{more}")]
    told = "; ".join(f"{one.text or one.code} → {one.field}" for one in reasons[:5])
    return [Received(name, now, f"rejected: {told}")]


def _whose(store: Keeping, answer: Answer, who: str) -> Submission | None:
    """Find the submission that an answer is about: by its reference and version, else by the name of the file."""
    for one in store.every(_operator(who)):
        if (answer.reference, answer.version) == (one.reference, one.version):
            return one
        stems = {_named(one, file).rpartition(".")[0] for file in store.files(one.id)}
        if answer.file is not None and answer.file in stems:
            return one
    return None


def correction(store: Keeping, number: int, who: str) -> Dossier:
    """Give the dossier to correct: the next version, naming what it corrects.

    Raises:
        TanglawError: it was neither refused nor acknowledged, so there is nothing to correct.
    """
    found = store.get(number, _operator(who))
    if found.state not in {"rejected", "acknowledged"}:
        raise TanglawError(
            f"Submission {number} is {found.state}; only one that was rejected or acknowledged is corrected."
        )
    old = from_json(store.dossier(number))
    return old.model_copy(update={"version": old.version + 1, "corrects": found.receipt or old.reference})


def due(store: Keeping, on: date, reader: Reader) -> list[tuple[Submission, int | None]]:
    """Give what is not done yet, the most pressing first, with the days left; negative: overdue."""
    waiting = [one for one in store.every(reader) if one.state in OPEN]
    left = [(one, (one.due - on).days if one.due else None) for one in waiting]
    return sorted(left, key=lambda item: (item[1] is None, item[1] or 0, item[0].id))


def _person(who: str) -> str:
    name = " ".join(who.split())
    if not name:
        raise UsageError("--by is empty; say who does this.")
    return name


def _same(one: str, other: str) -> bool:
    return _person(one).casefold() == _person(other).casefold()


def _operator(who: str) -> Reader:
    return Reader.of(_person(who), {"filer"})
