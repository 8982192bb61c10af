"""All payments of a lead can be read, a page at a time, and none of them tells more than the lead's own page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tanglaw.casework.models import Entry, Lead
from tanglaw.casework.reading import payments as reading

PAGE = 4


@pytest.fixture
def lead(quick, run_folder, monkeypatch):
    """A lead with three pages of payments and a rest."""
    from tanglaw.casework.pages import lead as page  # noqa: PLC0415 -- Django must be loaded first
    from tanglaw.casework.reading import drawing  # noqa: PLC0415

    from .conftest import bring_in  # noqa: PLC0415

    for place in (reading, drawing, page):
        monkeypatch.setattr(place, "PAGE", PAGE)
    bring_in(run_folder)
    found = Lead.objects.filter(protect=False).order_by("-payments")[0]
    assert found.payments > 3 * PAGE
    return found


def ids(rows):
    return [one["payment_id"] for one in rows]


def times(rows):
    return [datetime.strptime(one["utc"], "%d %b %Y, %H:%M").replace(tzinfo=UTC) for one in rows]


def test_the_pages_hold_every_payment_once_the_most_recent_first(lead, person):
    client, place = person("analyst").client, f"/leads/{lead.lead_id}/payments.json"
    first = client.get(place).json()
    pages = [client.get(f"{place}?page={number + 1}").json() for number in range(first["pages"])]
    assert all(len(one["payments"]) == PAGE for one in pages[:-1])
    in_order = [row for one in reversed(pages) for row in one["payments"]]
    assert times(in_order) == sorted(times(in_order))
    assert len(set(ids(in_order))) == len(in_order) == lead.payments == first["payments_in_all"]
    assert client.get(f"/leads/{lead.lead_id}.json").json()["payments"] == pages[0]["payments"]
    assert client.get(f"{place}?page=99").json() == pages[-1]


def test_the_leads_page_says_how_many_there_are_and_brings_the_rest_on_demand(lead, person):
    client, place = person("analyst").client, f"/leads/{lead.lead_id}"
    text = client.get(place).content.decode()
    assert f"The {PAGE} most recent of {lead.payments} payments" in text
    assert f'hx-get="{place}/payments?page=2"' in text
    part = client.get(f"{place}/payments?page=2", headers={"HX-Request": "true"}).content.decode()
    assert part.count("<tr>") == PAGE
    assert f'hx-get="{place}/payments?page=3"' in part
    assert "<html" not in part
    last = client.get(f"{place}/payments.json").json()["pages"]
    whole = client.get(f"{place}/payments?page={last}").content.decode()
    assert "<html" in whole
    assert f"?page={last - 1}" in whole
    assert f"?page={last + 1}" not in whole
    assert "hx-get" not in client.get(f"{place}/payments?page={last}", headers={"HX-Request": "true"}).content.decode()


def test_an_earlier_version_keeps_its_own_payments(lead, person, later_run):
    from .conftest import bring_in  # noqa: PLC0415 -- Django must be loaded first

    lead = Lead.objects.order_by("pk")[0]
    client, place = person("analyst").client, f"/leads/{lead.lead_id}/payments.json"
    before = client.get(place).json()
    bring_in(later_run)
    now = client.get(place).json()
    assert (now["version"], now["payments_in_all"]) == (2, before["payments_in_all"] + 1)
    assert client.get(f"{place}?version=1").json() == before
    assert client.get(f"{place}?version=9").status_code == 404


def test_names_are_withheld_and_every_page_that_is_read_is_logged(lead, person):
    analyst = person("analyst")
    place = f"/leads/{lead.lead_id}/payments"
    assert analyst.client.get(f"{place}.json?page=2").json()["names_shown"] is False
    entry = Entry.objects.order_by("-number")[0]
    assert (entry.action, entry.object, entry.detail) == ("lead seen", lead.lead_id, '{"payments": 2, "version": 1}')
    analyst.client.post(f"/leads/{lead.lead_id}/names", {"reason": "To compare with our own records."})
    assert analyst.client.get(f"{place}.json?page=2").json()["names_shown"] is True
    assert '"names": "shown"' in Entry.objects.order_by("-number")[0].detail


def test_programs_list_them_in_order_of_time(lead, person, program):
    client = program(person("analyst").user, "leads:read")
    place = f"/leads/{lead.lead_id}/payments"
    pages = [client.get(f"{place}?size=5&page={number}").json() for number in (1, 2)]
    assert (pages[0]["total"], pages[0]["next"], len(pages[0]["items"])) == (lead.payments, 2, 5)
    listed = [one for page in pages for one in page["items"]]
    assert times(listed) == sorted(times(listed))
    assert not {*ids(pages[0]["items"])} & {*ids(pages[1]["items"])}
    assert client.get(f"{place}?page=99").json()["items"] == []
