"""The mapping in words, for `docs/iso20022.md`; a test holds the two together."""

from __future__ import annotations

from tanglaw.payments.iso20022 import elements
from tanglaw.payments.iso20022.elements import DEBTOR, below


def table() -> str:
    """A Markdown table: each column, and the paths that feed it, the first that is filled winning."""
    side = DEBTOR
    party, account, agent = side.party, side.account, side.agent
    feeds: dict[str, tuple[str, ...]] = {
        "payment_id": (*elements.UETR, *elements.REFERENCES),
        "executed_at": (*elements.EXECUTED_AT, *elements.CREATED),
        "amount, currency": (*elements.AMOUNT, *elements.ENTRY_AMOUNT),
        "originator_id": (
            *below(account, elements.IBAN + elements.LOCAL_ACCOUNT),
            *below(party, elements.PARTY_ID),
            *below(account, elements.PROXY),
            *below(party, elements.NAME),
        ),
        "originator_country": (
            *below(party, elements.COUNTRY),
            *below(account, elements.IBAN),
            *below(agent, elements.BIC + elements.AGENT_COUNTRY),
        ),
        "originator_name": (*below(party, elements.NAME), *below(account, elements.HOLDER)),
        "originator_birth_date": below(party, elements.BIRTH),
        "originator_phone": (*below(party, elements.PHONE), *below(account, elements.PROXY)),
        "originator_email": (*below(party, elements.EMAIL), *below(account, elements.PROXY)),
        "originator_city": below(party, elements.CITY),
        "originator_address": below(party, elements.ADDRESS),
        "originator_account": below(account, elements.IBAN + elements.LOCAL_ACCOUNT + elements.PROXY),
        "rail": (*elements.PAYOUT, *below("CdtrAcct", elements.IBAN)),
        "institution": (*below(agent, elements.BIC + elements.AGENT_NAME), *elements.SENDER),
        "reference": (*elements.UNSTRUCTURED, *elements.STRUCTURED, *elements.ADDITIONAL),
        "purpose_code": elements.PURPOSE,
        "status": (*elements.REVERSAL, *elements.RETURNED, *elements.STATUS),
    }
    lines = ["| Column | Elements |", "|---|---|"]
    lines += [f"| `{column}` | {', '.join(f'`{path}`' for path in paths)} |" for column, paths in feeds.items()]
    return "\n".join(lines)
