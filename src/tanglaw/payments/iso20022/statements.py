"""camt: whose account a statement is of, and on which side of each payment it stands."""

from __future__ import annotations

from typing import Final

from tanglaw.payments.iso20022.elements import CREDITOR, DEBTOR, DIRECTION, RETURNED, REVERSAL, STATUS, Side
from tanglaw.payments.iso20022.gather import Facts, first
from tanglaw.payments.iso20022.parties import own_account

_ACCOUNT: Final = "Stmt/Acct"


def holder_as(statement: Facts, side: Side) -> Facts:
    """The statement's account, owner and bank, told as if they stood on `side` of a transaction."""
    told: Facts = {}
    for path, text in statement.items():
        for prefix, element in ((f"{_ACCOUNT}/Ownr/", side.party), (f"{_ACCOUNT}/Svcr/", side.agent), (f"{_ACCOUNT}/", side.account)):
            if path.startswith(prefix):
                told[f"{element}/{path.removeprefix(prefix)}"] = text
                break
    return told


def holder_side(facts: Facts) -> Side | None:
    """The side on which the statement's account stands; null if the entry does not tell.

    An account that stands in the transaction itself decides; else the entry's direction, turned round for a reversal (whose
    parties keep the roles that they had in the payment that is reversed).
    """
    own = own_account(facts, _ACCOUNT)
    if own is not None:
        pays = own_account(facts, DEBTOR.account) == own
        receives = own_account(facts, CREDITOR.account) == own
        if pays != receives:
            return DEBTOR if pays else CREDITOR
    side = {"DBIT": DEBTOR, "CRDT": CREDITOR}.get(first(facts, DIRECTION) or "")
    if side is not None and reversal(facts):
        return CREDITOR if side is DEBTOR else DEBTOR
    return side


def told_apart(facts: Facts, holder: dict[Side, Facts]) -> Facts:
    """Complete a transaction's facts by what the statement says of its holder, where that does not contradict them."""
    side = holder_side(facts)
    if side is None:
        return facts
    theirs = own_account(facts, side.account)
    if theirs is not None and theirs != own_account(facts, _ACCOUNT):
        return facts
    return {**holder[side], **facts}


def reversal(facts: Facts) -> bool:
    """Whether the entry takes an earlier one back."""
    return first(facts, REVERSAL) in {"true", "1"}


def status(facts: Facts) -> str | None:
    """``reversal``, ``return``, else the entry's own status, verbatim."""
    if reversal(facts):
        return "reversal"
    if first(facts, RETURNED):
        return "return"
    return first(facts, STATUS)
