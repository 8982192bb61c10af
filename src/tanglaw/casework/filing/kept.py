"""Submissions kept in the workspace's database, for the rules of :mod:`tanglaw.filings.submission.machine`.

Each step is one transaction with its line in the filing's own account and its bare fact, with that line's hash, in the
log: who reads the log learns that a step was taken, not to whom or about whom.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import (
    Filing,
    FilingFile,
    FilingHand,
    FilingReason,
    FilingReceipt,
    FilingStep,
    User,
)
from tanglaw.casework.sealing.fields import sealed
from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.submission.machine import SIGNATURE
from tanglaw.filings.submission.states import State, step
from tanglaw.filings.submission.store import content_hash
from tanglaw.filings.submission.submission import Reason, Submission
from tanglaw.filings.submission.visibility import Reader

_FINAL = ("rejected", "acknowledged", "corrected", "withdrawn")
_LONGEST_RECEIPT = 200


class Kept:
    """The filings of a workspace; pages have looked already whether the reader may know of them.

    Args:
        who: acts, for the log.
        draft: the filing that is being prepared; ``add`` fills it instead of making another.
    """

    def __init__(self, who: Who, draft: int = 0) -> None:
        self._who = who
        self._draft = draft

    def add(  # noqa: PLR0917 -- one submission is all of this
        self, authority: str, form: str, profile: str, reference: str, version: int, who: str, due: date | None,
        files: Mapping[str, bytes], dossier: str, corrects: int | None,
    ) -> Submission:  # fmt: skip
        """Fill the draft with what its form made of it.

        Raises:
            TanglawError: another version is still on its way, or there is one of this version already.
        """
        with transaction.atomic():
            draft = Filing.objects.select_for_update().get(pk=self._draft)
            if draft.state != "draft":
                step(_state(draft), "draft")
            others = Filing.objects.filter(authority=authority, reference=reference).exclude(pk=draft.pk)
            if others.filter(version=version).exists():
                raise TanglawError(f"Version {version} of {reference} to {authority} is there already.")
            waiting = others.exclude(state__in=_FINAL).exclude(pk=corrects or 0).first()
            if waiting is not None:
                raise TanglawError(
                    f"Filing {waiting.pk} of {reference}, version {waiting.version}, is {waiting.state}: a second one "
                    "could reach the authority as a duplicate. Finish or withdraw that one first."
                )
            draft.files.all().delete()
            FilingFile.objects.bulk_create(
                [FilingFile(filing=draft, name=name, **sealed(data=data)) for name, data in files.items()]
            )
            draft.authority, draft.form, draft.profile = authority, form, profile
            draft.reference, draft.version, draft.dossier = reference, version, dossier
            draft.due, draft.content_sha256 = due, content_hash(files)
            draft.prepared_by = User.objects.get(username=who)
            draft.save()
            FilingHand.objects.get_or_create(filing=draft, user=draft.prepared_by)
            self._log(draft, who, "draft", f"content {draft.content_sha256}")
            return _submission(draft)

    def move(self, number: int, then: State, who: str, detail: str = "", **changes: object) -> Submission:
        """Bring a filing into another state; back to a draft, it loses its approval and its signatures.

        Raises:
            TanglawError: the state may not follow.
        """
        with transaction.atomic():
            filing = Filing.objects.select_for_update().get(pk=number)
            filing.state = step(_state(filing), then)
            if "approved_by" in changes:
                filing.approved_by = User.objects.get(username=changes["approved_by"])
            if then == "draft":
                filing.approved_by = None
                filing.files.filter(name__endswith=SIGNATURE).delete()
            filing.revision += 1
            filing.save()
            self._log(filing, who, then, detail)
            return _submission(filing)

    def put_file(self, number: int, name: str, data: bytes) -> None:
        """Put a signature beside a filing's files."""
        FilingFile.objects.update_or_create(filing_id=number, name=name, defaults=sealed(data=data))

    def settle(  # noqa: PLR0917 -- a receipt and all that follows from it, or nothing
        self, number: int, name: str, data: bytes, then: State | None, who: str, receipt: str | None,
        reasons: tuple[Reason, ...],
    ) -> bool:  # fmt: skip
        """Keep a receipt and do what follows from it; gives whether the receipt is new.

        Raises:
            TanglawError: the state may not follow, or the authority's reference is longer than any.
        """
        if receipt is not None and len(receipt) > _LONGEST_RECEIPT:
            raise TanglawError(f"{name}: a reference of {len(receipt):,} characters; expected {_LONGEST_RECEIPT}.")
        digest = hashlib.sha256(data).hexdigest()
        with transaction.atomic():
            filing = Filing.objects.select_for_update().get(pk=number)
            if FilingReceipt.objects.filter(sha256=digest).exists():
                return False
            FilingReceipt.objects.create(
                sha256=digest, filing=filing, name=name[:200], read=timezone.now(), **sealed(data=data)
            )
            self._log(filing, who, "receipt", f"{name}, SHA-256 {digest}")
            if then is not None:
                filing.state = step(_state(filing), then)
                filing.receipt = receipt or filing.receipt
                filing.revision += 1
                filing.save()
                filing.reasons.all().delete()
                FilingReason.objects.bulk_create(
                    [
                        FilingReason(
                            filing=filing, code=one.code, field=one.field, **sealed(text=one.text, element=one.element)
                        )
                        for one in reasons
                    ]
                )
                self._log(filing, who, then, receipt or f"{len(reasons)} reasons")
            return True

    @staticmethod
    def knows_receipt(data: bytes) -> bool:
        """Tell whether a receipt was read before."""
        return FilingReceipt.objects.filter(sha256=hashlib.sha256(data).hexdigest()).exists()

    def note(self, number: int | None, who: str, what: str, detail: str = "") -> None:
        """Write a line into the account."""
        with transaction.atomic():
            self._log(Filing.objects.get(pk=number or 0), who, what, detail)

    @staticmethod
    def get(number: int, reader: Reader) -> Submission:
        """Give a filing.

        Raises:
            UsageError: there is none, or the reader may not know; the words are the same.
        """
        found = Filing.objects.filter(pk=number).first() if reader.may_know else None
        if found is None:
            raise UsageError(f"There is no submission {number}.")
        return _submission(found)

    @staticmethod
    def every(reader: Reader) -> list[Submission]:
        """Give all filings, oldest first; none to a reader who may not know."""
        if not reader.may_know:
            return []
        filings = Filing.objects.order_by("pk").select_related("prepared_by", "approved_by")
        return [_submission(one) for one in filings.prefetch_related("reasons")]

    @staticmethod
    def of_lead(lead: str, authority: str) -> list[int]:
        """Give the numbers of filings about a lead to an authority, withdrawn ones left out."""
        found = Filing.objects.filter(leads__lead_id=lead, authority=authority).exclude(state="withdrawn")
        return list(found.order_by("pk").values_list("pk", flat=True))

    @staticmethod
    def files(number: int) -> dict[str, bytes]:
        """Give a filing's files."""
        return {
            one.name: bytes(one.data)
            for one in FilingFile.objects.filter(filing=number).select_related("filing__case__key")
        }

    @staticmethod
    def dossier(number: int) -> str:
        """Give the dossier that a filing was made from, as JSON."""
        return Filing.objects.get(pk=number).dossier

    def _log(self, filing: Filing, who: str, what: str, detail: str) -> None:
        made = FilingStep.objects.create(
            filing=filing, at=timezone.now(), who=who[:64], what=what[:32], **sealed(detail=detail)
        )
        line = json.dumps([made.pk, filing.pk, made.who, made.what, made.detail], ensure_ascii=False)
        digest = hashlib.sha256(line.encode()).hexdigest()
        append(self._who, Action.FILING_STEP, "filing", filing.pk, {"step": made.what, "sha256": digest})


def _state(filing: Filing) -> State:
    return filing.state  # type: ignore[return-value]  # the database holds no other


def _submission(filing: Filing) -> Submission:
    return Submission(
        id=filing.pk, authority=filing.authority, form=filing.form, profile=filing.profile,
        reference=filing.reference, version=filing.version, state=_state(filing),
        prepared_by=filing.prepared_by.username,
        approved_by=filing.approved_by.username if filing.approved_by else None, due=filing.due,
        content_sha256=filing.content_sha256, receipt=filing.receipt, corrects=filing.corrects_id,
        reasons=tuple(Reason(one.code, one.text, one.element, one.field) for one in filing.reasons.all()),
    )  # fmt: skip
