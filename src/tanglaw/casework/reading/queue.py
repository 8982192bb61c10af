"""The queue: which leads, in which order, as the address says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy, RawSQL
from django.http import QueryDict
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Appearance, Lead, User
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading import subjects, visible
from tanglaw.casework.reading.cases import filings_waiting, referrals_waiting, tasks_due
from tanglaw.casework.reading.prepared import Prepared, count
from tanglaw.casework.sealing.blind import SEARCH, blind
from tanglaw.leads.report.parties import WORD

PAGE: Final = 50

STATES: Final[Mapping[str, str]] = {**dict(State.choices), "any": "Any"}
WHOSE: Final = {"any": "Anybody’s", "mine": "Mine", "nobody": "Nobody’s"}
URGENCIES: Final = {"": "Any", "high": "High", "medium": "Medium", "low": "Low"}
ORDERS: Final[Mapping[str, tuple[str, tuple[OrderBy, ...]]]] = {
    "attention": ("What deserves attention first", (F("attention").desc(), F("pk").asc())),
    "probability": ("Probability", (F("score").desc(), F("pk").asc())),
    "urgency": ("Urgency", (F("urgency").desc(), F("attention").desc(), F("pk").asc())),
    "due": ("Due first", (F("due").asc(), F("pk").asc())),
    "last": ("Last payment", (F("last_seen").desc(), F("pk").asc())),
    "sum": ("Sum", (F("total_usd").desc(), F("pk").asc())),
}

_URGENCY_FROM: Final = {"high": 2 / 3, "medium": 1 / 3, "low": 0.0}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; a value that is none of those offered falls back to the first."""

    state: str = State.OPEN
    whose: str = "any"
    pattern: str = ""
    urgency: str = ""
    find: str = ""
    order: str = "attention"
    overdue: bool = False
    news: bool = False
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        """Read the filters of an address."""
        page = query.get("page", "1")
        return cls(
            state=_offered(query.get("state"), STATES, State.OPEN),
            whose=_offered(query.get("whose"), WHOSE, "any"),
            pattern=query.get("pattern", "")[:64],
            urgency=_offered(query.get("urgency"), URGENCIES, ""),
            find=query.get("find", "").strip()[:120],
            order=_offered(query.get("order"), ORDERS, "attention"),
            overdue=query.get("overdue") == "yes",
            news=query.get("news") == "yes",
            page=int(page) if page.isascii() and page.isdecimal() and 0 < int(page[:6]) == int(page) else 1,
        )

    def query(self, **other: object) -> str:
        """Write the filters as the query of an address: what differs from the default, and `other` in its place."""
        default = Filters()
        values = {name: getattr(self, name) for name in self.__slots__} | {"page": 1} | other
        said = {
            name: "yes" if value is True else value for name, value in values.items() if value != getattr(default, name)
        }
        return urlencode(said)

    def logged(self, page: int) -> dict[str, str]:
        """Say for the log what was asked for; what was searched for only as a blind index."""
        query = {"query": self.query(page=page, find="")}
        return query | ({"searched": blind(SEARCH, self.find)} if self.find else {})

    @property
    def narrowed(self) -> bool:
        """Whether anything but the order differs from what the queue shows by itself."""
        return bool(self.query(order="attention"))

    def choose(self, user: User) -> QuerySet[Lead]:
        """Return the leads, in order."""
        leads = visible.leads(user).filter(part_of=None).select_related("assigned_to", "key")
        if self.state != "any":
            leads = leads.filter(state=self.state)
        if self.whose == "mine":
            leads = leads.filter(assigned_to=user)
        elif self.whose == "nobody":
            leads = leads.filter(assigned_to=None)
        if self.pattern:
            leads = leads.filter(pattern=self.pattern)
        if self.urgency:
            leads = leads.filter(urgency__gte=_URGENCY_FROM[self.urgency])
            above = {"medium": 2 / 3, "low": 1 / 3}.get(self.urgency)
            leads = leads.filter(urgency__lt=above) if above else leads
        if self.overdue:
            leads = leads.filter(due__lt=timezone.now(), state=State.OPEN)
        if self.news:
            leads = leads.filter(news=True)
        if self.find:
            leads = leads.filter(_matches(self.find))
        return leads.order_by(*ORDERS[self.order][1])


def _offered(value: str | None, offered: Mapping[str, object], otherwise: str) -> str:
    return value if value is not None and value in offered else otherwise


def _matches(text: str) -> Q:
    """Match the number, the id or the subject of a lead; a party on the other side by its whole id."""
    indexes = [blind(role, text) for role in WORD]
    # Looked up one after the other, each by its index: joined by OR, they make the database go through every lead.
    found = {
        *subjects.holding(text),
        *Lead.objects.filter(lead_id=text).values_list("pk", flat=True),
        *Appearance.objects.filter(index__in=indexes).values_list("lead_id", flat=True),
    }
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdecimal() and len(digits) < 10:
        found.add(int(digits))
    # Written out, as whole numbers can be: thousands of values apart take longer to hand over than to look up.
    written = ",".join(str(int(number)) for number in sorted(found))
    return Q(pk__in=RawSQL(written, ())) if found else Q(pk__in=[])  # noqa: S611  # nosec B611 -- numbers alone


@dataclass(frozen=True, slots=True)
class Section:
    """Part of the queue: some leads, and how many there are in all."""

    leads: Sequence[Lead]
    total: int
    page: int = 1
    pages: int = 1

    @classmethod
    def of(cls, leads: QuerySet[Lead], page: int, size: int = PAGE) -> Section:
        """Cut one page out of leads; a page past the last is the last."""
        total = leads.count()
        pages = max(-(-total // size), 1)
        page = min(page, pages)
        return cls(list(leads[(page - 1) * size : page * size]), total, page, pages)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Counts for the frame of every page."""

    victims: int = 0
    proposals: int = 0
    tasks: int = 0
    referrals: int = 0


def waiting(user: User) -> Waiting:
    """Count what waits."""
    victims, decisions, referrals, filings, tasks = count(user, *_WAITING)
    return Waiting(victims, decisions + referrals + filings, tasks, referrals)


_WAITING: Final = (
    Prepared(lambda user, _: to_review(user).filter(protect=True).values("pk")),
    Prepared(lambda user, _: visible.leads(user).filter(state=State.PROPOSED).values("pk")),
    Prepared(lambda user, _: referrals_waiting(user).values("pk")),
    Prepared(lambda user, _: filings_waiting(user).values("pk")),
    Prepared(lambda user, today: tasks_due(user, today).values("pk")),
)


def to_review(user: User) -> QuerySet[Lead]:
    """Return the leads that there are for somebody and that nothing is decided about."""
    return visible.leads(user).filter(state=State.OPEN, part_of=None)


def claim_next(user: User, who: Who) -> Lead | None:
    """Claim the lead that nobody has and that deserves attention first, possible victims before all others.

    Two people who ask at once get two leads.
    """
    with transaction.atomic():
        free = (
            visible.leads(user)
            .filter(state=State.OPEN, assigned_to=None, part_of=None)
            .order_by(F("protect").desc(), *ORDERS["attention"][1])
        )
        lead = free.select_for_update(skip_locked=True).first()
        if lead is not None:
            _assign(lead, user, who, Action.LEAD_CLAIMED)
    return lead


def claim(lead_id: str, user: User, who: Who) -> tuple[Lead, bool]:
    """Claim a lead that nobody has; return it, and whether it is this person's now."""
    return _with(lead_id, lambda lead: lead.assigned_to is None, user, user, who, Action.LEAD_CLAIMED)


def release(lead_id: str, user: User, who: Who) -> tuple[Lead, bool]:
    """Give a lead of one's own back."""
    return _with(lead_id, lambda lead: lead.assigned_to_id == user.pk, None, user, who, Action.LEAD_RELEASED)


def assign(lead_id: str, to: User | None, user: User, who: Who) -> Lead:
    """Give a lead to somebody, or to nobody."""
    return _with(lead_id, lambda _: True, to, user, who, Action.LEAD_ASSIGNED)[0]


def _with(  # noqa: PLR0917 -- one step with all that it depends on
    lead_id: str, may: Callable[[Lead], bool], to: User | None, user: User, who: Who, action: Action
) -> tuple[Lead, bool]:
    with transaction.atomic():
        lead = Lead.objects.select_for_update().get(lead_id=lead_id)
        if may(lead):
            _assign(lead, to, who, action)
    return lead, lead.assigned_to_id == (to.pk if to else None) and (to is None or to.pk == user.pk)


def _assign(lead: Lead, to: User | None, who: Who, action: Action) -> None:
    lead.assigned_to = to
    lead.save(update_fields=["assigned_to"])
    append(who, action, "lead", lead.lead_id, {"to": to.username} if to and action is Action.LEAD_ASSIGNED else None)
