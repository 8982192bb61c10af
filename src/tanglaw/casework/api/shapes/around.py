"""What stands around a lead: the network, and accounts told apart."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Handle, Sent, words
from tanglaw.casework.models.lead import State
from tanglaw.common.roles import Role


class NodeLead(Schema):
    """A lead about an account."""

    lead_id: str
    number: int
    state: State


class Node(Schema):
    """An account in the network."""

    handle: str = Field(description="names the account in addresses; ask on from it")
    address: str = Field(description="of its page")
    role: Role
    account: str
    name: str
    protected: bool
    leads: list[NodeLead]


class Edge(Schema):
    """Payments from one account to another."""

    payer: str
    receiver: str
    payments: int
    usd: float
    total: str
    span: str


class Network(Schema):
    """Who pays whom, as far as leads that the key's owner may see hold payments."""

    lead_id: str
    names_shown: bool
    middle: list[str]
    nodes: list[Node]
    edges: list[Edge]
    more: int = Field(description="accounts that are left out, those of the least payments")
    from_leads: list[str]


class NewSplit(Sent):
    """Accounts of a lead that are somebody else's than the others."""

    apart: list[Handle] = Field(min_length=1, max_length=1_000, description="handles, of the lead's `accounts`")
    grounds: Annotated[str, words(10, 2_000)]


class SplitMade(Schema):
    """The splits in force from this; the next run follows."""

    lead_id: str
    splits: list[UUID]


class SplitUndone(Schema):
    """The split that was taken back."""

    lead_id: str
    split: UUID
