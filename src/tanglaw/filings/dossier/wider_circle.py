"""The counterparties' counterparties of a filing's leads, each pair once."""

from __future__ import annotations

from collections.abc import Sequence

from tanglaw.filings.dossier.circle import Circle, Tie
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.dossier.people import OTHER, Keys, ids_of
from tanglaw.filings.dossier.recorded_payments import at_rate
from tanglaw.filings.dossier.run_folder import RunFolder
from tanglaw.filings.dossier.same_party import SameParty


def circle_of(
    runs: Sequence[RunFolder], keys: Keys, payments: Sequence[Payment], same: SameParty
) -> tuple[tuple[Circle, ...], tuple[Tie, ...]]:
    """Say who else deals with the counterparties; pairs whose payments the filing lists are no more "else".

    Args:
        runs: one a lead.
        keys: of the parties, those beyond included.
        payments: of the filing.
        same: which ids are one party.
    """
    listed = {pair for p in payments for pair in ((p.payer, p.receiver), (p.receiver, p.payer))}
    ties: dict[tuple[str, str], Tie] = {}
    everybody: dict[str, int] = {}
    for run in runs:
        near, far = run.lead.role, OTHER[run.lead.role]
        by_id = {
            same.of(near, subject): other.lead_id for other in run.leads if other.role == near
            for subject in ids_of(other)
        }  # fmt: skip
        for row in run.neighbours.iter_rows(named=True):
            node = same.of(near, row["neighbour_id"])
            pair = keys[same.of(far, row["counterparty_id"])], keys[node]
            # `others` counts everybody but the lead's own subject.
            everybody[pair[0]] = max(everybody.get(pair[0], 0), row["others"] + 1)
            if pair not in listed and pair not in ties:
                ties[pair] = Tie(
                    counterparty=pair[0], other=pair[1], payments=row["payments"], usd=at_rate(row["usd"], "USD"),
                    first_seen=row["first_seen"], last_seen=row["last_seen"], lead=by_id.get(node),
                )  # fmt: skip
    circles = []
    for key, count in everybody.items():
        known = len({other for one, other in listed if one == key})
        named = sum(one == key for one, _ in ties)
        circles.append(Circle(counterparty=key, others=max(count - known, named), listed=named))
    return tuple(circles), tuple(ties.values())
