"""What a group says of itself, in sentences that the report, the spreadsheet and the terminal share."""

from __future__ import annotations

from tanglaw.leads.groups.group import Group, Member, Shared, Tie
from tanglaw.leads.text import clip, plain
from tanglaw.leads.words import count, probability, span, usd

ROLE = {"originator": "payer", "beneficiary": "receiver"}
_INSTITUTIONS = 5


def made_of(group: Group) -> str:
    """Say how many payers and receivers are members: ``4 payers and 1 receiver``."""
    payers, receivers = group.of_role("originator"), group.of_role("beneficiary")
    sides = ((payers, "payer"), (receivers, "receiver"))
    return " and ".join(count(len(members), word) for members, word in sides if members)


def standing(member: Member) -> str:
    """Say as what a member is to be treated."""
    return "possible victim" if member.protect else "subject of review"


def facts(group: Group) -> str:
    """Say what the group's payments are."""
    # Without exchange rates nothing is known of the sum, which is not the same as nought.
    total = f"{usd(group.total_usd)} in all, " if group.total_usd else ""
    said = f"{count(group.payments, 'payment')}, {total}{span(group.first_seen, group.last_seen)}"
    if group.whole:
        return f"{said}; all payments of the members, as none is among them"
    return f"{said}, among the members or with counterparties that they share"


def score(group: Group) -> str:
    """Say how the score is to be read."""
    least, most = probability(group.score), probability(group.score_if_independent)
    own = "that one member or more is truly of its pattern (the highest member's own)"
    if least == most:
        return own
    return (
        f"at the least {own}; {most} if members were independent, but each one's score already holds what the others "
        "show"
    )


def institutions(group: Group) -> str:
    """Say which institution sees what, and how much the one that sees most does."""
    if not group.views:
        return "No payment says through which institution it went."
    by_payer = group.payers >= group.receivers
    word, whole = ("payer", group.payers) if by_payer else ("receiver", group.receivers)
    seen = [(clip(plain(view.name), 60), view.payers if by_payer else view.receivers) for view in group.views]
    most = max(parties for _, parties in seen)
    unsaid = f" {count(group.unsaid, 'payment')} of {group.payments:,} name no institution." if group.unsaid else ""
    if len(seen) == 1:
        name, parties = seen[0]
        if not group.unsaid:
            return f"{name} sees all of it."
        return f"{name} alone is named: it sees {parties:,} of {count(whole, word)}.{unsaid}"
    said = [f"{name} sees {parties:,}" for name, parties in seen[:_INSTITUTIONS]]
    said[0] += f" of {count(whole, word)}"
    if more := seen[_INSTITUTIONS:]:
        said.append(f"{count(len(more), 'further institution')} at most {max(parties for _, parties in more):,} each")
    end = f"No single one sees more than {most:,} of them." if most < whole else "Only one of them sees them all."
    if sum(parties == whole for _, parties in seen) > 1:
        end = "More than one sees them all, each a part of the payments."
    return f"{', '.join(said)}. {end}{unsaid}"


def tie(one: Tie, names: dict[str, str]) -> str:
    """Say a tie. `names`: what each lead is called."""
    left, right = names[one.left], names[one.right]
    if one.kind == "payment":
        return f"{left} paid {right}: {count(one.payments, 'payment')}{f', {usd(one.usd)}' if one.usd else ''}"
    if one.kind == "receiver":
        return plain(f"{left} and {right}: {'; '.join(one.why)}")
    why = plain("; ".join(one.why)) or "decided by people"
    sure = "" if one.probability is None else f" ({one.probability:.2f})"
    return f"{left} and {right}, one {one.kind}{sure}: {why}"


def shared(one: Shared, name: str) -> str:
    """Say what a counterparty of several members is. `name`: what it is called."""
    paid = "paid by" if one.role == "beneficiary" else "pays"
    said = f"{name}: also {paid} {one.members:,} of the group ({count(one.payments, 'payment')})"
    standing_ = "not a lead itself" if not one.lead_ids else "a lead itself, but not of this group"
    if one.counterparties is None:
        return f"{said}; {standing_}"
    others = max(one.counterparties - one.members, 0)
    said += f" and {others:,} {'other' if others == 1 else 'others'}" if others else " and nobody else"
    return f"{said}, so many that it says nothing; {standing_}" if one.hub else f"{said}; {standing_}"


def place(member: Member) -> str:
    """Say how much of what a member pays, or is paid, lies within the group."""
    verb, other = ("pays", "receiver") if member.role == "originator" else ("is paid by", "payer")
    if not member.counterparties:
        return f"{verb} nobody of the group"
    return f"{verb} {member.inside:,} of the group, of {count(member.counterparties, other)} in all"


def beyond(group: Group) -> str:
    """Say that ties were cut."""
    said = count(group.beyond, "further tie")
    return f"{said} to leads outside: with them it would have been too many to read as one group"


def corridors(group: Group) -> str:
    """Say which corridors the payments took."""
    seen = [f"{plain(view.name).replace('→', ' → ')} {count(view.payments, 'payment')}" for view in group.corridors[:8]]
    more = len(group.corridors) - len(seen)
    return ", ".join(seen) + (f", and {more} more" if more else "") + "."
