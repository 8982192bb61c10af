"""Who may do what: one table of role × action × object, and the few conditions that depend on the object itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rules.permissions import add_perm, perm_exists
from rules.predicates import Predicate

from tanglaw.casework.models import Case, Decision, Filing, Referral, SavedView, User
from tanglaw.casework.reading import visible
from tanglaw.casework.roles import Role

_REVIEWING: Final = frozenset({Role.ANALYST, Role.REVIEWER, Role.SUPERVISOR})
_SECOND: Final = frozenset({Role.REVIEWER, Role.SUPERVISOR})
_LEADING: Final = frozenset({Role.SUPERVISOR})
_AUDITING: Final = frozenset({Role.AUDITOR})
_MANAGING: Final = frozenset({Role.ADMINISTRATOR})

TABLE: Final[dict[tuple[str, str], frozenset[Role]]] = {
    # object, action: who
    ("lead", "list"): _REVIEWING,
    ("lead", "see"): _REVIEWING,
    ("lead", "claim"): _REVIEWING,
    ("lead", "release"): _REVIEWING,
    ("lead", "assign"): _LEADING,
    ("name", "unmask"): _REVIEWING,
    ("note", "add"): _REVIEWING,
    ("decision", "propose"): _REVIEWING,
    ("decision", "withdraw"): _REVIEWING,
    ("decision", "approve"): _SECOND,
    ("decision", "reopen"): _SECOND,
    ("case", "list"): _REVIEWING,
    ("case", "see"): _REVIEWING,
    ("case", "work"): _REVIEWING,
    ("case", "unmask"): _REVIEWING,
    ("case", "staff"): _REVIEWING,
    ("case", "restrict"): _LEADING,
    ("case", "close"): _REVIEWING,
    ("case", "reopen"): _SECOND,
    ("task", "list"): _REVIEWING,
    ("referral", "propose"): _REVIEWING,
    ("referral", "approve"): _SECOND,
    ("referral", "withdraw"): _REVIEWING,
    ("referral", "tell"): _REVIEWING,
    ("filing", "list"): _REVIEWING,
    ("filing", "see"): _REVIEWING,
    ("filing", "write"): _REVIEWING,
    ("filing", "approve"): _SECOND,
    ("filing", "sign"): _SECOND,
    ("filing", "hand over"): _REVIEWING,
    ("filing", "receive"): _REVIEWING,
    ("filing", "export"): _REVIEWING,
    ("view", "save"): _REVIEWING,
    ("view", "remove"): _REVIEWING,
    ("run", "see"): _REVIEWING,
    ("detection", "see"): _REVIEWING,
    ("detection", "start"): _SECOND,
    ("detection", "cancel"): _SECOND,
    ("schedule", "set"): _LEADING,
    ("link", "split"): _REVIEWING,
    ("link", "undo"): _REVIEWING,
    ("outcome", "export"): _SECOND,
    ("statistics", "see"): _REVIEWING,
    ("log", "see"): _AUDITING,
    ("log", "export"): _AUDITING,
    ("policy", "see"): _LEADING | _MANAGING,
    ("policy", "change"): _LEADING | _MANAGING,
    ("retention", "see"): _SECOND,
    ("retention", "apply"): _LEADING,
    ("hold", "place"): _SECOND,
    ("hold", "lift"): _LEADING,
    ("deletion", "ask"): _SECOND,
    ("deletion", "approve"): _LEADING,
    ("access", "export"): _LEADING,
    ("user", "see"): _MANAGING,
    ("user", "add"): _MANAGING,
    ("user", "change"): _MANAGING,
}
"""Everything that can be done, and the roles that may. What is not in the table nobody may do."""


def _is_proposer(user: User, decision: Decision) -> bool:
    return decision.proposed_by_id == user.pk


def _is_named(user: User, case: Case) -> bool:
    return case.people.filter(user=user).exists()


def _needs_to_know(user: User, it: object) -> bool:
    """A filing is known to the people of its case, and to who approves; the restriction of a case goes before it."""
    return isinstance(it, Filing) and visible.filings(user).filter(pk=it.pk).exists()


def _other_hands(user: User, it: object) -> bool:
    """Whoever wrote on a filing does not approve it."""
    return _needs_to_know(user, it) and isinstance(it, Filing) and user.pk not in hands(it)


def hands(filing: Filing) -> set[int]:
    """Return the ids of everybody who wrote on a filing."""
    return {filing.begun_by_id, filing.prepared_by_id, *filing.hands.values_list("user_id", flat=True)}


CONDITIONS: Final[dict[tuple[str, str], Callable[[User, object], bool]]] = {
    ("decision", "approve"): lambda user, it: isinstance(it, Decision) and not _is_proposer(user, it),
    ("decision", "withdraw"): lambda user, it: isinstance(it, Decision) and _is_proposer(user, it),
    ("case", "staff"): lambda user, it: isinstance(it, Case) and (user.role in _LEADING or _is_named(user, it)),
    ("case", "close"): lambda user, it: isinstance(it, Case) and visible.needs_to_know(user, it),
    ("referral", "approve"): lambda user, it: isinstance(it, Referral) and it.proposed_by_id != user.pk,
    ("referral", "withdraw"): lambda user, it: isinstance(it, Referral) and it.proposed_by_id == user.pk,
    ("filing", "see"): _needs_to_know,
    ("filing", "write"): _needs_to_know,
    ("filing", "approve"): _other_hands,
    ("filing", "sign"): _needs_to_know,
    ("filing", "hand over"): _needs_to_know,
    ("filing", "export"): _needs_to_know,
    ("view", "remove"): lambda user, it: isinstance(it, SavedView) and it.owner_id == user.pk,
}
"""What must hold beside the role, where the object is given."""


def name_of(kind: str, action: str) -> str:
    """Return a permission's name, as ``user.has_perm`` takes it."""
    return f"casework.{action}_{kind}"


def publish() -> None:
    """Hand the table to ``rules``; called once when Django starts."""
    for (kind, action), roles in TABLE.items():
        name = name_of(kind, action)
        if not perm_exists(name):
            add_perm(name, _predicate(roles, CONDITIONS.get((kind, action))))


def _predicate(roles: frozenset[Role], condition: Callable[[User, object], bool] | None) -> Predicate:
    def allowed(user: object, it: object = None) -> bool:
        if not isinstance(user, User) or not user.is_active or user.role not in roles:
            return False
        return it is None or condition is None or condition(user, it)

    return Predicate(allowed)
