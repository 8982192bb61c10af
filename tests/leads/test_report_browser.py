"""The report in a real browser: accessible, within the page, without script, and its policy holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from tanglaw.leads.groups.finding import find_groups
from tanglaw.leads.report import write_report

from .ring import DEGREES, ring
from .sample import RUN, sample

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SIZES = {"desk": (1440, 900), "phone": (390, 844)}

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "report.html"
    leads, payments = sample()
    write_report(path, RUN, leads[:9], payments)
    return path.as_uri()


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """Every part of a report once or twice: the accessibility check looks at each element for long."""
    path = tmp_path_factory.mktemp("browser") / "short.html"
    leads, payments = sample()
    tied, paid, links = ring()
    tied = [replace(one, rank=one.rank + 4) for one in tied]
    every = pl.concat([payments.group_by("lead_id", maintain_order=True).head(7), paid], how="diagonal")
    write_report(path, RUN, [*leads[:4], *tied], every, find_groups(tied, paid, links, DEGREES))
    return path.as_uri()


@pytest.fixture(scope="module")
def grouped(tmp_path_factory):
    """A report with a group, and ids, names and institutions that do not end."""
    path = tmp_path_factory.mktemp("browser") / "grouped.html"
    leads, payments, links = ring()
    endless = "W" * 160
    leads = [replace(one, subject_ids=(*one.subject_ids, endless), name=endless) for one in leads]
    payments = payments.with_columns(institution=pl.col("institution") + endless)
    write_report(path, RUN, leads, payments, find_groups(leads, payments, links, DEGREES))
    return path.as_uri()


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    contexts = []

    def opened(size="desk", scheme="light", at=address, **options):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(at)
        return page

    yield opened
    for context in contexts:
        context.close()


OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true })"
RENDER_ALL = "document.querySelectorAll('article').forEach((one) => { one.style.contentVisibility = 'visible' })"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_accessibility_violation(open_page, short, size, scheme):
    page = open_page(size, scheme, short)
    page.evaluate(OPEN_ALL)
    page.evaluate(RENDER_ALL)
    # The tool is put in through the debugger, which the page's policy does not govern.
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    results = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}}, context=None)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("size", SIZES)
def test_endless_words_and_ids_stay_within_the_page(open_page, tmp_path, size):
    leads, payments = sample()
    endless = "W" * 160
    reasons = tuple(
        replace(one, label=endless, text=endless, value_text=endless, source=endless, band=endless)
        for one in leads[0].reasons
    )
    lead = replace(
        leads[0],
        subject_ids=(endless, "B"),
        name=endless,
        pattern_title=endless,
        reasons=reasons,
        abstained=(endless,),
        total_usd=1.5e12,
    )
    write_report(
        tmp_path / "endless.html",
        {"notes": [endless], "inputs": [endless]},
        [lead],
        payments.with_columns(beneficiary_city=pl.lit(endless)),
    )
    page = open_page(size, at=(tmp_path / "endless.html").as_uri())
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_reaches_beyond_the_page_and_nothing_is_complained_of(open_page, size):
    page = open_page(size)
    page.evaluate(OPEN_ALL)
    page.evaluate(RENDER_ALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.said == []


@pytest.mark.parametrize("size", SIZES)
def test_a_group_stays_within_the_page_and_its_links_lead_to_its_members_and_back(open_page, grouped, size):
    page = open_page(size, at=grouped)
    page.evaluate(RENDER_ALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.said == []
    member = page.locator("#group-1 .members a").first
    target = member.get_attribute("href")
    member.click()
    page.wait_for_timeout(300)
    assert 0 <= page.locator(target).evaluate("one => one.getBoundingClientRect().top") < 200
    page.locator(f"{target} a[href='#group-1']").click()
    page.wait_for_timeout(300)
    assert 0 <= page.locator("#group-1").evaluate("one => one.getBoundingClientRect().top") < 200


def test_the_filter_is_of_leads_and_leaves_groups_alone(open_page, grouped):
    page = open_page(at=grouped)
    page.locator("#find").fill("no such word")
    assert page.locator("article.lead:not(.group):visible").count() == 0
    assert page.locator("article.group:visible").count() == 1


@pytest.mark.parametrize("which", ["address", "grouped"])
@pytest.mark.parametrize("size", SIZES)
def test_targets_are_large_enough(open_page, request, size, which):
    page = open_page(size, at=request.getfixturevalue(which))
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input, select')].filter((one) => one.checkVisibility())
        .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
        .filter((one) => getComputedStyle(one).display !== 'inline' && !one.closest('.skip')).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_it_asks_the_network_for_nothing(open_page, address):
    page = open_page()
    page.locator("#theme").click()
    assert [url for url in page.asked if not url.startswith("data:")] == [address]


def test_its_policy_stops_anything_put_in(open_page):
    page = open_page()
    page.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script);
        const image = new Image(); image.src = 'https://example.org/x.png'; document.body.append(image); }"""
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in page.said)


def test_every_text_is_there_without_script(open_page):
    with_script, without = open_page(), open_page(java_script_enabled=False)
    leads = without.locator("article.lead")
    assert leads.count() == 9
    for number in range(9):
        assert leads.nth(number).is_visible()
    assert (
        without.locator("article.lead").all_text_contents() == with_script.locator("article.lead").all_text_contents()
    )
    assert not without.locator("#tools").is_visible()
    without.locator("#lead-1 .payments summary").click()
    assert without.locator("#lead-1 .payments table").is_visible()


@pytest.mark.parametrize("target", ["lead-4", "lead-9", "subjects"])
@pytest.mark.parametrize("size", SIZES)
def test_a_link_leads_to_its_place(open_page, size, target):
    page = open_page(size)
    page.locator(f"a[href='#{target}']").first.click()
    page.wait_for_timeout(300)
    top = page.locator(f"#{target}").evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 200


def test_filter_order_and_status(open_page):
    page = open_page()
    page.locator("#find").fill("C-4401")
    assert page.locator("article.lead:visible").count() == 1
    assert page.locator("#status").inner_text() == "1 of 9 leads shown"
    assert page.locator("tr[data-lead]:visible").count() == 1
    page.locator("#find").fill("")
    page.locator("#order").select_option("urgency")
    shown = page.locator("#subjects article").evaluate_all("all => all.map((one) => Number(one.dataset.urgency))")
    assert shown == sorted(shown, reverse=True)
    assert page.locator("#victims article").count() == 4


def test_keys_are_off_until_asked_for(open_page):
    page = open_page()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.locator("#keys").check()
    page.locator("#keys").evaluate("one => one.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "lead-1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "lead-2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "lead-1"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_the_skip_link_is_first_and_leads_to_the_content(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_theme_can_be_turned(open_page):
    page = open_page()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper
    assert page.locator("#theme").inner_text() == "Light"


def test_on_paper_everything_is_open(open_page):
    page = open_page(java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator("#lead-1 .payments table").is_visible()
    assert not page.locator("header.bar").is_visible()
