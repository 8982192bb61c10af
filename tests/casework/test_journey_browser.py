"""The whole way of a lead in a real browser, on both databases: sign in, claim, read, decide by two, see it come back."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from tests.practised import practised

from .conftest import PASSWORD
from .databases import make_tables, served, tanglaw, tanglaw_each

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
DIRECTORY = {
    "TANGLAW_OIDC_ISSUER": "https://id.bank.example/realms/staff", "TANGLAW_OIDC_CLIENT_ID": "tanglaw",
    "TANGLAW_OIDC_CLIENT_SECRET": "invented", "TANGLAW_OIDC_NAME": "Bank ID",
}  # fmt: skip
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = practised(tmp_path_factory, 800, 3, 0.02)
    return made.folder, made.world


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Open a page of its own; what it complains of, and every request to elsewhere, fails the test."""
    contexts, said, asked = [], [], []

    def opened(size="desk", scheme="light"):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []
    assert not [url for url in asked if not re.match(r"http://localhost:\d+/|data:", url)]


PEOPLE = (("ana", "analyst"), ("rey", "reviewer"), ("lou", "auditor"), ("ada", "administrator"))


def workspace(folder, results, people=PEOPLE, **variables):
    here = {"TANGLAW_DATA": str(folder), **variables}
    if "DATABASE_URL" not in variables:
        make_tables(folder)
    tanglaw_each(*(
        (["workspace", "person", name, "--role", role, "--name", name.title(), "--own"], f"{PASSWORD}\n")
        for name, role in people
    ), (["workspace", "import", str(results)], ""), **here)  # fmt: skip
    return here


def seen(place):
    """Wait until something is to be seen: a page comes when it comes."""
    place.wait_for(state="visible")


def fill_sign_in(page, address, username):
    page.goto(f"{address}/sign-in/login/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()


def set_up_second_factor(page):
    secret = page.locator("#authenticator_secret").input_value()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    page.locator("#id_code").fill(code)
    with page.expect_navigation():
        page.get_by_role("button", name="Activate").click()
    assert "/totp/activate/" not in page.url, page.locator("main").inner_text()


def check(page):
    results = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}, context=None)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} is wider than its page"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_whole_way_of_a_lead(kind, request, world, open_page, tmp_path):
    folder, payments = world
    variables = {}
    if kind == "postgresql":
        import psycopg  # noqa: PLC0415

        address = request.getfixturevalue("postgresql_address")
        with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE journey")
        variables["DATABASE_URL"] = f"{address}/journey"
    here = workspace(tmp_path, folder / "results", **variables)
    with served(tmp_path, **variables) as address:
        # Ana signs in, has to set up a second factor first, and lands in the queue.
        ana = open_page()
        fill_sign_in(ana, address, "ana")
        assert "/2fa/totp/activate/" in ana.url
        ana.goto(f"{address}/queue")
        assert "/2fa/totp/activate/" in ana.url, "nothing before the second factor"
        set_up_second_factor(ana)
        ana.goto(address)
        seen(ana.get_by_role("heading", name="Queue"))

        # By keys: a lead with j and Enter; back; the next one claimed with n.
        ana.keyboard.press("j")
        ana.keyboard.press("j")
        ana.keyboard.press("k")
        ana.keyboard.press("Enter")
        ana.wait_for_url("**/leads/*")
        ana.keyboard.press("q")
        ana.wait_for_url("**/queue")
        ana.keyboard.press("n")
        ana.wait_for_url("**/leads/*")
        lead = ana.url
        assert "With you" in ana.locator(".standing").inner_text()
        seen(ana.get_by_text("Name withheld").first)

        # A name for a reason, a note, a proposal.
        ana.get_by_text("Show names").first.click()
        ana.get_by_label("Why do you need the names?").fill("To find the other accounts of this person.")
        ana.get_by_role("button", name="Show names").click()
        seen(ana.get_by_text("Names are shown to you until"))
        ana.keyboard.press("m")
        ana.keyboard.type("Four payers who do not know each other.")
        ana.get_by_role("button", name="Add the note").click()
        ana.locator("#note-list").get_by_text("Four payers").wait_for()
        ana.get_by_label("Refer for safeguarding").check()
        ana.locator("#grounds").fill("A child may be at risk; the reporting officer has to know today.")
        ana.get_by_role("button", name="Decide", exact=True).click()
        seen(ana.get_by_text("You proposed this; a second person has to look at it."))
        assert not ana.get_by_role("button", name="Approve", exact=True).is_visible()

        # And one dismissed, with the explanation that fits.
        ana.goto(f"{address}/queue")
        with ana.expect_navigation():
            ana.locator("section[aria-labelledby=subjects-title] tr[data-row] a").first.click()
        dismissed = ana.url
        ana.get_by_label("Dismiss").check()
        ana.locator("#explanation").select_option("nothing_found")
        ana.locator("#grounds").fill("Same surname and address as the receivers, for years.")
        ana.get_by_role("button", name="Decide", exact=True).click()
        seen(ana.get_by_role("heading", name="Dismissed"))

        # Rey approves.
        rey = open_page("phone", "dark")
        fill_sign_in(rey, address, "rey")
        set_up_second_factor(rey)
        rey.goto(f"{address}/proposals")
        rey.locator("tr[data-row] a").first.click()
        rey.get_by_label("Your answer").fill("Read it all; agreed.")
        rey.get_by_role("button", name="Approve", exact=True).click()
        seen(rey.get_by_role("heading", name="Referred for safeguarding"))

        # The outcome goes back to detection, and what changes comes back to the leads.
        known = tmp_path / "known.csv"
        assert tanglaw("workspace", "outcomes", str(known), **here).returncode == 0
        # Both leads may stand for several accounts that are taken for one household.
        assert {line.split(",")[-2] for line in known.read_text().splitlines()[1:]} == {"confirmed", "dismissed"}
        again = tanglaw("detect", str(payments.payments_path), "--out", str(tmp_path / "again"), "--known", str(known))
        assert again.returncode == 0, again.stderr
        assert tanglaw("workspace", "import", str(tmp_path / "again"), **here).returncode == 0
        rey.goto(lead)
        seen(rey.get_by_role("heading", name="Referred for safeguarding"))
        seen(rey.get_by_text("Version 2", exact=True))
        rey.goto(dismissed)
        seen(rey.get_by_role("heading", name="Dismissed"))

        # Lou reads in the log what everybody did; the log is sound.
        lou = open_page()
        fill_sign_in(lou, address, "lou")
        set_up_second_factor(lou)
        lou.goto(address)
        for action in ("names unmasked", "proposed", "approved", "run imported", "outcomes exported"):
            seen(lou.locator("td", has_text=re.compile(f"^{action}$")).first)
    assert tanglaw("audit", "verify", **here).returncode == 0


@pytest.fixture(scope="module")
def standing(world, tmp_path_factory):
    """A workspace where a lead has every part that a page can show; the directory's button, too, leads nowhere."""
    folder, _ = world
    data = tmp_path_factory.mktemp("standing")
    here = workspace(data, folder / "results", TANGLAW_SECOND_FACTOR="optional")
    with served(data, TANGLAW_SECOND_FACTOR="optional", **DIRECTORY) as address:
        yield address, here


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_accessibility_violation_on_any_page(standing, open_page, size, scheme):
    address, _ = standing
    page = open_page(size, scheme)
    page.goto(f"{address}/sign-in/login/")
    seen(page.get_by_role("button", name="Sign in with Bank ID"))
    check(page)
    fill_sign_in(page, address, "rey")
    for place in ("/queue", "/queue?find=nobody&whose=mine", "/victims", "/proposals", "/runs", "/statistics", "/help", "/comfort", "/keys",
                  "/sign-in/2fa/", "/sign-in/2fa/totp/activate/", "/sign-in/sessions/", "/sign-in/password/"):  # fmt: skip
        page.goto(f"{address}{place}")
        check(page)
    for section in ("victims-title", "subjects-title"):
        page.goto(f"{address}/queue?state=any")
        with page.expect_navigation():
            page.locator(f"section[aria-labelledby={section}] tr[data-row] a").first.click()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        check(page)
    for name, places in (("lou", ("/log",)), ("ada", ("/people", "/people/keys"))):
        page.context.clear_cookies()
        fill_sign_in(page, address, name)
        for place in places:
            page.goto(f"{address}{place}")
            check(page)


def test_every_part_works_without_script(standing, browser):
    address, _ = standing
    page = browser.new_context(java_script_enabled=False).new_page()
    fill_sign_in(page, address, "ana")
    page.goto(f"{address}/queue")
    page.locator("select[name=urgency]").select_option("high")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").click()
    assert "urgency=high" in page.url
    with page.expect_navigation():
        page.locator("tr[data-row] a").first.click()
    page.locator("#note-text").fill("Written without a script.")
    page.get_by_role("button", name="Add the note").click()
    seen(page.locator("#note-list").get_by_text("Written without a script."))
    page.context.close()


def test_keys_can_be_turned_off(standing, open_page):
    address, _ = standing
    page = open_page()
    fill_sign_in(page, address, "ana")
    page.keyboard.press("?")
    page.get_by_label("Keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert page.locator("tr.here").count() == 0
    page.keyboard.press("?")
    assert not page.locator("#keys").is_visible()


def test_a_passkey_signs_in_without_a_password(standing, open_page):
    address, _ = standing
    page = open_page()
    debugger = page.context.new_cdp_session(page)
    debugger.send("WebAuthn.enable")
    debugger.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                     "isUserVerified": True, "automaticPresenceSimulation": True}},
    )  # fmt: skip
    fill_sign_in(page, address, "ana")
    page.goto(f"{address}/sign-in/2fa/webauthn/add/")
    page.locator("#id_name").fill("This laptop")
    page.locator("#id_passwordless").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Add").click()
    page.goto(f"{address}/sign-in/2fa/webauthn/")
    seen(page.get_by_text("This laptop"))
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/login/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in with a passkey").click()
    seen(page.get_by_role("heading", name="Queue"))


def test_a_break_is_suggested_after_as_long_as_one_chose(standing, open_page):
    address, _ = standing
    page = open_page()
    page.clock.install()
    fill_sign_in(page, address, "lou")
    page.goto(f"{address}/comfort")
    page.get_by_label("after 25 minutes").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Keep it").click()
    assert not page.locator("#break").is_visible()
    page.clock.fast_forward("24:00")
    assert not page.locator("#break").is_visible()
    page.clock.fast_forward("02:00")
    seen(page.locator("#break"))
    page.get_by_role("button", name="I had one").click()
    assert not page.locator("#break").is_visible()
