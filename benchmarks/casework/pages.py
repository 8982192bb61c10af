"""Every page of the workspace, its twin, and what is asked of it most often."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from benchmarks.casework.office import Office

Reader = Literal["supervisor", "auditor", "administrator", "program", "nobody"]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page.

    Attributes:
        addresses: of this kind; each is asked for in turn.
        status: expected of the answer.
    """

    name: str
    addresses: list[str]
    reader: Reader = "supervisor"
    method: Literal["GET", "POST"] = "GET"
    form: dict[str, str] = field(default_factory=dict)
    status: int = 200


def pages(office: Office) -> list[Page]:
    """List them all."""
    leads = [f"/leads/{one}" for one in office.leads]
    neighbours = [address for lead in office.leads[:12] for address in _neighbours(lead)]
    case, filing, detection = (
        f"/cases/{office.big}",
        f"/filings/{office.filing}",
        f"/runs/detections/{office.detection}",
    )
    sought = _sought()
    with_twins = [
        ("the queue", ["/queue", "/queue?order=due&state=any", "/queue?order=sum&urgency=high", "/queue?page=40"]),
        ("the queue, a search", [f"/queue?find={text}&state=any" for text in sought]),
        ("possible victims", ["/victims", "/victims?page=20&order=urgency"]),
        ("second look", ["/proposals"]),
        ("a lead", leads),
        ("a lead's payments", [f"{lead}/payments?page=2" for lead in leads]),
        ("a lead's network", [f"{lead}/network" for lead in leads]),
        ("a step on in the network", neighbours),
        ("cases", ["/cases", "/cases?order=newest&page=3"]),
        ("cases, a search", ["/cases?find=branch", "/cases?find=livestream"]),
        ("tasks", ["/tasks?whose=any", "/tasks"]),
        ("a case", [case, f"{case}?show=payment&order=newest"]),
        ("filings", ["/filings"]),
        ("a filing", [filing]),
        ("runs", ["/runs"]),
        ("a detection", [detection]),
        ("statistics", ["/statistics"]),
        ("retention", ["/retention"]),
        ("retention's rules", ["/retention/policy"]),
        ("keys for programs", ["/keys"]),
    ]
    found = [Page(name, addresses) for name, addresses in with_twins]
    found += [Page(f"{name}, twin", [_twin(one) for one in addresses]) for name, addresses in with_twins]
    for reader, name, addresses in (
        ("auditor", "the log", ["/log", "/log?page=50", "/log?actor=analyst3", "/log?action=lead+seen"]),
        ("administrator", "people", ["/people"]),
        ("administrator", "everybody's keys", ["/people/keys"]),
    ):
        found += [Page(name, addresses, reader), Page(f"{name}, twin", [_twin(one) for one in addresses], reader)]  # type: ignore[arg-type]
    found += [
        Page("statistics as CSV", ["/statistics.csv"]),
        Page("progress of a detection", [f"{detection}/progress"], status=200),
        Page("an access request's form", ["/access"]),
        Page("help", ["/help"]),
        Page("well-being", ["/comfort"]),
        Page("sessions", ["/sign-in/sessions/"]),
        Page("second factors", ["/sign-in/2fa/"]),
        Page("the sign-in form", ["/sign-in/login/"], "nobody"),
        Page("API: leads", ["/api/v1/leads?size=100", "/api/v1/leads?protect=true&order=due"], "program"),
        Page("API: a lead", [f"/api/v1{lead}" for lead in leads], "program"),
        Page("API: a lead's payments", [f"/api/v1{lead}/payments?size=200" for lead in leads], "program"),
        Page("API: cases", ["/api/v1/cases"], "program"),
        Page("API: a case", [f"/api/v1{case}"], "program"),
        Page("API: statistics", ["/api/v1/statistics"], "program"),
        Page("claim the next", ["/queue/next"], method="POST", status=302),
        Page("claim", [f"{lead}/claim" for lead in leads], method="POST", status=302),
        Page("a note", [f"{lead}/notes" for lead in leads], method="POST", form={"text": "Looked at."}, status=302),
        Page("see names", [f"{lead}/names" for lead in leads], method="POST",
             form={"reason": "To compare with our own records."}, status=302),
        Page("a lead with its names", leads),
        Page("a case's names", [f"{case}/names"], method="POST", form={"reason": "To write the report."}, status=302),
        Page("a case with its names", [case]),
    ]  # fmt: skip
    return found


def _twin(address: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}.json{mark}{query}"


def _neighbours(lead_id: str) -> list[str]:
    """Address some accounts on the other side of a lead."""
    from tanglaw.casework.models import Appearance  # noqa: PLC0415 -- Django must be loaded first

    found = Appearance.objects.filter(lead__lead_id=lead_id, own=False).order_by("-payments", "pk")[:2]
    return [f"/leads/{lead_id}/network/{one.index}" for one in found]


def _sought() -> list[str]:
    """Choose what is searched for: part of an account, whole ones of either side, and what nobody has."""
    from tanglaw.casework.models import Appearance  # noqa: PLC0415

    busy = Appearance.objects.filter(own=False).select_related("lead__key").order_by("-payments", "pk")[:3]
    return ["1000", "C1000", "nobody-has-this", *(one.party for one in busy)]
