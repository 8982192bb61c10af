"""Whose names are withheld from whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import Lead, Look, ProtectedParty, Run, User
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.sealing.opening import opened
from tanglaw.casework.site.problems import RefusedError
from tanglaw.leads.shield import Party, Shield

SHOWN_FOR: Final = timedelta(minutes=30)
"""How long names stay visible to who asked for them."""

_LEAST_REASON: Final = 10
_lock = Lock()


class _ByIndex(Mapping[Party, frozenset[str]]):
    """Names by party, where parties are kept as their blind indexes: whom they are about need not be opened."""

    def __init__(self, names: Mapping[str, frozenset[str]]) -> None:
        self._names = names

    def __getitem__(self, party: Party) -> frozenset[str]:
        return self._names[blind(*party)]

    def __iter__(self) -> Iterator[Party]:
        raise TypeError("who is protected is asked one by one")

    def __len__(self) -> int:
        return len(self._names)

    def values(self) -> ValuesView[frozenset[str]]:
        """Give the names of everybody."""
        return self._names.values()


@dataclass(slots=True)
class _Known:
    """What this process has opened: as of which run and of how many people; by index, the sealed bytes and the names.

    Where the bytes are still the same, so are the names: sealing them anew gives others.
    """

    stamp: tuple[object, ...] = ()
    people: dict[str, tuple[bytes, frozenset[str]]] = field(default_factory=dict)
    shield: Shield = field(default_factory=lambda: Shield.over({}))


_known = _Known()


def shield() -> Shield:
    """Return the shield of everybody protected in this workspace; who came or was renamed by an import is opened."""
    global _known  # noqa: PLW0603 -- one a process; opening everybody takes as long as drawing a page
    newest = Run.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    stamp = (connection.settings_dict["NAME"], newest, ProtectedParty.objects.count())
    with _lock:
        if _known.stamp != stamp:
            before = _known if _known.stamp[:1] == stamp[:1] else _Known()
            people = _opened(before.people)
            _known = _Known(stamp, people, _shield(before, people))
        return _known.shield


def _shield(before: _Known, people: Mapping[str, tuple[bytes, frozenset[str]]]) -> Shield:
    """Return the shield of these people; where all others stayed as they were, only who came is new to it."""
    names = _ByIndex({who: held for who, (_, held) in people.items()})
    # Whoever was opened again may bear other names now.
    if any(people.get(who) is not known for who, known in before.people.items()):
        return Shield.over(names)
    came = people.keys() - before.people.keys()
    return before.shield.with_more(names, {name for who in came for name in people[who][1]})


def _opened(before: Mapping[str, tuple[bytes, frozenset[str]]]) -> dict[str, tuple[bytes, frozenset[str]]]:
    """Open everybody who is not known yet with these very bytes."""
    rows = ProtectedParty.objects.order_by().values_list("index", "sealed_names", "pk")
    now = {index: (bytes(sealed), number) for index, sealed, number in rows.iterator(chunk_size=2_000)}
    people = {index: known for index, known in before.items() if now.get(index, (b"", 0))[0] == known[0]}
    if missing := now.keys() - people.keys():
        # From the first of them on: a query cannot name as many as one import brings.
        since = ProtectedParty.objects.filter(pk__gte=min(now[index][1] for index in missing)).order_by()
        for _, (_, index), (held,) in opened(since, "names"):
            if index in now:
                people[index] = now[index][0], frozenset(held)
    return people


def forget() -> None:
    """Forget what was opened; the next page opens it anew."""
    global _known  # noqa: PLW0603 -- one a process
    with _lock:
        _known = _Known()


def look_of(lead: Lead, user: User) -> Look | None:
    """Return the reason under which this person sees the names in this lead now, if there is one."""
    return Look.objects.filter(lead=lead, user=user, until__gt=timezone.now()).order_by("-until").first()


def unmask(lead: Lead, user: User, who: Who, reason: str) -> Look:
    """Show the names in a lead to one person for a while. The reason is logged.

    Raises:
        RefusedError: no reason.
    """
    reason = given(reason)
    with transaction.atomic():
        now = timezone.now()
        look = Look.objects.create(lead=lead, user=user, **sealed(reason=reason), since=now, until=now + SHOWN_FOR)
        said = {"reason": sealed_reason(lead.key, lead.lead_id, reason), "minutes": SHOWN_FOR.seconds // 60}
        append(who, Action.NAMES_UNMASKED, "lead", lead.lead_id, said)
    return look


def given(reason: str) -> str:
    """Return a reason to see names, if it is one.

    Raises:
        RefusedError: no reason.
    """
    reason = reason.strip()
    if len(reason) < _LEAST_REASON:
        raise RefusedError(
            "No reason given", "Say in a sentence why you need the names; it is logged with your name.", 422
        )
    return reason
