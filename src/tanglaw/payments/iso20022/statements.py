"""camt: whose account a statement is of, and on which side of each payment it stands."""

from __future__ import annotations

from typing import Final

from tanglaw.payments.iso20022.elements import CREDITOR, DEBTOR, DIRECTION, RETURNED, REVERSAL, STATUS, Side
from tanglaw.payments.iso20022.gather import Facts, first
from tanglaw.payments.iso20022.parties import own_account

_ACCOUNT: Final = "Stmt/Acct"
_DIRECTIONS: Final = {
    ("DBIT", False): DEBTOR,
    ("CRDT", False): CREDITOR,
    ("DBIT", True): CREDITOR,
    ("CRDT", True): DEBTOR,
}


def holder_as(statement: Facts, side: Side) -> Facts:
    """The statement's account, owner and bank, told as if they stood on `side` of a transaction."""
    told: Facts = {}
    for path, text in statement.items():
        for prefix, element in (
            (f"{_ACCOUNT}/Ownr/", side.party),
            (f"{_ACCOUNT}/Svcr/", side.agent),
            (f"{_ACCOUNT}/", side.account),
        ):
            if path.startswith(prefix):
                told[f"{element}/{path.removeprefix(prefix)}"] = text
                break
    return told


def told_apart(facts: Facts, holder: dict[Side, Facts]) -> Facts:
    """Complete a transaction's facts by what the statement says of its holder, where that does not contradict them.

    The side is that on which the statement's account stands in the transaction itself; else it follows from the entry's
    direction, turned round for a reversal (whose parties keep the roles that they had in the payment that is reversed).
    """
    own = own_account(facts, _ACCOUNT)
    theirs = {side: own_account(facts, side.account) for side in (DEBTOR, CREDITOR)}
    same = [side for side, account in theirs.items() if account == own and own is not None]
    if len(same) == 1:
        side = same[0]
    else:
        directed = _DIRECTIONS.get((first(facts, DIRECTION) or "", reversal(facts)))
        if directed is None or theirs[directed] not in {None, own}:
            return facts
        side = directed
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
