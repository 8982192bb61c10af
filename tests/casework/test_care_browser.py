"""The pages of retention, its policy and access requests in a real browser: nothing that shuts people out, nothing too wide."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Decision, Lead
from tanglaw.casework.retention import early, holds

from .conftest import PASSWORD
from .databases import served
from .test_journey_browser import SIZES, browser, check, fill_sign_in, open_page, pytestmark

__all__ = ["browser", "open_page", "pytestmark"]


@pytest.fixture(scope="module", autouse=True)
def beside_a_browser():
    """Playwright runs a loop in this thread, and Django would refuse to ask the database beside one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture
def standing(filled, person):
    """A workspace with something due, something on hold, and a deletion that waits for a second person."""
    lou, rey = person("supervisor", "lou"), person("reviewer", "rey")
    lou.user.password = make_password(PASSWORD, hasher="argon2")  # the server knows no other
    lou.user.save()
    gone, held, wanted, kept = Lead.objects.order_by("pk")[:4]
    for lead in (gone, held, kept):
        why = Wish("dismiss", "Her own family.", explanation="nothing_found")
        decision = propose(lead.lead_id, lead.revision, lou.user, lou.who, why)
        Decision.objects.filter(pk=decision.pk).update(proposed=timezone.now() - timedelta(days=400))
    Decision.objects.filter(lead=kept).update(proposed=timezone.now() - timedelta(days=300))
    holds.place(held, rey.user, rey.who, "A court asked that nothing be deleted.")
    early.ask(wanted.lead_id, rey.user, rey.who, "The records are of somebody else.")
    with served(filled, TANGLAW_SECOND_FACTOR="optional") as address:
        yield address, gone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_accessibility_violation(standing, open_page, size, scheme, tmp_path):
    address, gone = standing
    page = open_page(size, scheme)
    fill_sign_in(page, address, "lou")
    for place in ("/retention", "/retention/policy", "/access"):
        page.goto(f"{address}{place}")
        page.evaluate("document.querySelectorAll('details:not(.who)').forEach((one) => { one.open = true })")
        check(page)
        page.screenshot(path=tmp_path / f"{place.replace('/', '-')}-{size}-{scheme}.png", full_page=True)
    page.get_by_label("Accounts of the person").fill(gone.subject)
    page.get_by_label("The request").fill("Her letter of 1 March, passport seen.")
    with page.expect_navigation():
        page.get_by_role("button", name="To read and print").click()
    assert page.get_by_role("heading", name="What is held about you").is_visible()
    check(page)
    page.screenshot(path=tmp_path / f"document-{size}-{scheme}.png", full_page=True)


def test_the_way_of_a_deletion(standing, open_page):
    address, gone = standing
    page = open_page()
    fill_sign_in(page, address, "lou")
    page.goto(f"{address}/retention")
    with page.expect_navigation():
        page.get_by_role("button", name="Delete what is due: 1").click()
    assert page.get_by_text("Deleted: 1 leads, 0 cases. Due and kept: 1.").is_visible()
    assert not Lead.objects.filter(pk=gone.pk).exists()
    with page.expect_navigation():
        page.get_by_role("button", name="Approve: delete lead").click()
    page.goto(f"{address}/retention/policy")
    page.get_by_label("Lead: Dismissed").fill("200")
    with page.expect_navigation():
        page.get_by_role("button", name="Set", exact=True).click()
    page.goto(f"{address}/retention")
    assert page.get_by_role("button", name="Delete what is due: 1").is_visible()
