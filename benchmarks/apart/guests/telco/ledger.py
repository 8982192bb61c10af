"""The book of payments while the year is being lived: relations (who pays whom, why) and their rows."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.telco import names, references
from benchmarks.apart.guests.telco.accounts import OPERATOR, Account
from benchmarks.apart.guests.telco.almanac import DAYS, EPOCH, HOUR, MICROSECONDS, Instants
from benchmarks.apart.guests.telco.kinds import Kind
from benchmarks.apart.guests.telco.money import Sums, booked, booked_currency


@dataclass(frozen=True, slots=True)
class Template:
    """What the sender's app keeps after the first payment to somebody and offers again."""

    typed_name: str
    cash_pickup: bool
    menu: float
    marks: references.Marks


@dataclass(frozen=True, slots=True)
class Relation:
    """One payer account, one receiver account, one reason."""

    payer: Account
    receiver: Account
    kind: Kind
    payments: int
    currency: str
    template: Template
    product: str
    device: str | None
    group: str | None
    imitates: bool


@dataclass(slots=True)
class Ledger:
    """Collects relations and rows; `when` in UTC microseconds, `sums` in the relation's currency."""

    rng: np.random.Generator
    relations: list[Relation] = field(default_factory=list)
    relation_of: list[npt.NDArray[np.int64]] = field(default_factory=list)
    when: list[Instants] = field(default_factory=list)
    sums: list[Sums] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    _templates: dict[tuple[int, int], Template] = field(default_factory=dict)

    def pay(  # noqa: PLR0917 -- every payment says who, whom, when, how much, why and in which words
        self,
        payer: Account,
        receiver: Account,
        when: Instants,
        pesos: Sums,
        kind: Kind,
        words: str,
        *,
        product: str = "P2P",
        exact: bool = False,
        group: str | None = None,
        imitates: bool = False,
        device: str | None = None,
    ) -> None:
        """Book payments; each side's rows go to the account they use on that day (a second SIM, another partner)."""
        if payer.person == receiver.person or not when.size:
            return
        when = when // MICROSECONDS * MICROSECONDS  # the core system keeps whole seconds
        day = (when - EPOCH) // (24 * HOUR)
        kept = (when >= EPOCH) & (day < DAYS)
        sides = [
            (one, other, kept & (day >= one_from) & (day < one_to) & (day >= other_from) & (day < other_to))
            for one, one_from, one_to in _stations(payer)
            for other, other_from, other_to in _stations(receiver)
        ]
        for one, other, rows in sides:
            count = int(rows.sum())
            if not count:
                continue
            template = self._template(one, other)
            self.relation_of.append(np.full(count, len(self.relations), dtype=np.int64))
            self.relations.append(
                Relation(
                    payer=one,
                    receiver=other,
                    kind=kind,
                    payments=count,
                    currency=booked_currency(one),
                    template=template,
                    product=product,
                    device=device or one.device,
                    group=group,
                    imitates=imitates,
                )
            )
            self.when.append(when[rows])
            self.sums.append(booked(self.rng, one, pesos[rows], exact=exact))
            self.texts.extend(references.drawn(self.rng, words, count, template.marks))

    def _template(self, payer: Account, receiver: Account) -> Template:
        """The pair's template, made at their first payment."""
        key = (payer.index, receiver.index)
        if key not in self._templates:
            at_home = payer.institution == OPERATOR
            self._templates[key] = Template(
                typed_name=receiver.name if at_home else names.as_typed(self.rng, receiver.given, receiver.family),
                cash_pickup=bool(not at_home and self.rng.random() < 0.06),
                menu=float(self.rng.random()),
                marks=references.marks(self.rng),
            )
        return self._templates[key]


def _stations(account: Account) -> list[tuple[Account, int, int]]:
    """The accounts a person uses one after another, with first day and day after the last."""
    if account.later is None:
        return [(account, -1, DAYS + 1)]
    return [(account, -1, account.moved), (account.later, account.moved, DAYS + 1)]
