"""Detection started on a page, the map and the network, in a real browser: light and dark, desk and phone, without script."""

from __future__ import annotations

import json

import pytest

from .databases import served, tanglaw
from .test_journey_browser import SIZES, browser, check, fill_sign_in, open_page, seen, workspace, world

__all__ = ["browser", "open_page", "world"]
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def running(world, tmp_path_factory):
    """A workspace with a source; its leads come from a detection that was started on the page."""
    folder, payments = world
    data = tmp_path_factory.mktemp("running")
    here = workspace(data, folder / "results", TANGLAW_SECOND_FACTOR="optional")
    kept = tanglaw("workspace", "source", "all-payments", str(payments.payments_path), **here)
    assert kept.returncode == 0, kept.stderr
    with served(data, TANGLAW_SECOND_FACTOR="optional") as address:
        yield address


def leads(page, address):
    page.goto(f"{address}/queue?state=any")
    return [link.get_attribute("href") for link in page.locator("tr[data-row] th a").all()]


def twin(page, address):
    """Read a page's twin with the page's own session."""
    return json.loads(page.request.get(f"{address}.json").text())


def test_a_detection_is_started_watched_and_brought_in(running, open_page):
    page = open_page()
    fill_sign_in(page, running, "rey")
    page.goto(f"{running}/runs")
    page.get_by_role("button", name="Start all-payments").click()
    page.wait_for_url("**/runs/detections/*")
    check(page)
    page.get_by_text("Brought in as").wait_for(timeout=240_000)
    check(page)
    assert "writing leads" in page.locator("pre.said").inner_text()
    page.goto(f"{running}/runs")
    assert page.locator("#sources-title").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_accessibility_violation(running, open_page, size, scheme):
    page = open_page(size, scheme)
    fill_sign_in(page, running, "rey")
    addresses = leads(page, running)
    joined = next(one for one in addresses if len(twin(page, f"{running}{one}")["accounts"]) > 1)
    for place in ("/runs", joined, f"{joined}/payments", f"{joined}/network"):
        page.goto(f"{running}{place}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        if place == joined:
            seen(page.locator("svg#map path.land").first)
            assert page.locator("svg#map circle").count() >= 2
        if place.endswith("network"):
            seen(page.locator("#graph canvas").first)
        check(page)


def test_the_network_expands_from_the_table_and_says_what_came(running, open_page):
    page = open_page()
    fill_sign_in(page, running, "ana")
    lead = next(one for one in leads(page, running) if len(twin(page, f"{running}{one}/network")["nodes"]) > 2)
    page.goto(f"{running}{lead}")
    page.get_by_role("link", name="Open and expand the network").click()
    page.wait_for_url("**/network")
    seen(page.locator("#graph canvas").first)
    page.locator("[data-expand]").first.click()
    page.locator("#graph-says", has_text="further account").wait_for()
    page.locator("[data-expand]").first.click()
    page.locator("#graph-says", has_text="expanded already").wait_for()


def test_everything_is_there_without_script(running, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    fill_sign_in(page, running, "ana")
    lead = leads(page, running)[0]
    page.goto(f"{running}{lead}")
    assert page.locator("#place-list tbody tr").count() >= 2
    assert not page.locator("svg#map").is_visible()
    page.goto(f"{running}{lead}/network")
    assert not page.locator("#graph").is_visible()
    with page.expect_navigation():
        page.locator("[data-expand]").first.click()
    seen(page.get_by_role("heading", name="Who pays whom around"))
    assert "/network/" in page.url
    page.context.close()


def test_accounts_are_split_on_the_page(running, open_page):
    page = open_page("phone", "dark")
    fill_sign_in(page, running, "ana")
    joined = next(one for one in leads(page, running) if len(twin(page, f"{running}{one}")["accounts"]) > 1)
    page.goto(f"{running}{joined}")
    page.get_by_text("They are not one: split them").click()
    page.locator("input[name=apart]").first.check()
    page.locator("#split-grounds").fill("Two sisters who share one phone.")
    with page.expect_navigation():
        page.get_by_role("button", name="Split them").click()
    seen(page.get_by_text("pending until the next run").first)
    check(page)
