"""A case and its filing in a real browser: from the lead to the receipt, and every page of it looked at by axe."""

from __future__ import annotations

import json

from tanglaw.filings.profiles.practice import write_practice_filer

from .databases import served
from .test_journey_browser import (  # noqa: F401 -- fixtures
    PEOPLE,
    browser,
    check,
    fill_sign_in,
    open_page,
    pytestmark,
    seen,
    workspace,
    world,
)


def opened(page, title):
    """Open what stands folded under a title."""
    page.locator("summary", has_text=title).first.click()


def pressed(page, name, **more):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True, **more).click()


def looked_at(open_page, addresses, username, here):  # noqa: F811
    """Let axe look at pages in both sizes and both colours."""
    for size, scheme in (("desk", "light"), ("phone", "dark"), ("desk", "dark"), ("phone", "light")):
        page = open_page(size, scheme)
        fill_sign_in(page, here, username)
        for address in addresses:
            page.goto(here + address)
            check(page)


def test_a_case_from_the_lead_to_the_receipt(world, open_page, tmp_path):  # noqa: F811
    folder, _ = world
    people = (*PEOPLE, ("sup", "supervisor"))
    here = workspace(tmp_path, folder / "results", people, TANGLAW_SECOND_FACTOR="optional")
    place = tmp_path / "filing"
    place.mkdir()
    write_practice_filer(place)
    for box in ("out", "in"):
        (place / box).mkdir()
    (place / "transport.toml").write_text('transport = "folder"\noutbox = "out"\ninbox = "in"\n')
    del here["TANGLAW_DATA"]
    with served(tmp_path, **here) as address:
        ana = open_page()
        fill_sign_in(ana, address, "ana")
        ana.goto(f"{address}/queue?pattern=livestream_purchase")
        with ana.expect_navigation():
            ana.locator("section.group:not(.victims) tr[data-row] a").first.click()
        pressed(ana, "Claim")
        ana.keyboard.press("d")
        ana.get_by_label("Open a case").check()
        seen(ana.get_by_label("Into which case?"))
        ana.get_by_label("Grounds").fill("Unrelated receivers; nothing known speaks for kin.")
        pressed(ana, "Decide")
        with ana.expect_navigation():
            ana.get_by_role("link", name="Case 1", exact=True).click()
        work(ana)
        refer(ana)

        opened(ana, "Show names")
        ana.get_by_label("Why do you need the names?").fill("To write the report.")
        pressed(ana, "Show names")
        draft(ana)
        rey = open_page()
        fill_sign_in(rey, address, "rey")
        rey.goto(f"{address}/proposals")
        check(rey)
        with rey.expect_navigation():
            rey.get_by_role("link", name="Child-protection authority").click()
        pressed(rey, "Approve")
        seen(rey.get_by_text("Approved, not told yet").first)
        rey.goto(f"{address}/filings")
        with rey.expect_navigation():
            rey.locator("tr[data-row] a").first.click()
        pressed(rey, "Approve")
        pressed(rey, "Sign")
        pressed(rey, "Hand over")
        seen(rey.get_by_text("handed over, not acknowledged yet"))
        answer(place)
        rey.goto(f"{address}/filings")
        pressed(rey, "Read the receipts")
        rey.goto(f"{address}/filings/1")
        seen(rey.get_by_text("acknowledged as FIU-1").first)
        looked_at(open_page, ["/cases", "/cases/1", "/tasks", "/filings?show=any", "/filings/1"], "ana", address)
        looked_at(open_page, ["/cases/1", "/filings/1"], "sup", address)


def work(page):
    page.get_by_label("What is to be done").fill("Ask the other institution for the opening documents")
    page.get_by_label("Until").fill("2030-01-31")
    pressed(page, "Set the task")
    page.keyboard.press("m")
    page.keyboard.type("The receivers live in three provinces.")
    pressed(page, "Add the note")
    opened(page, "Enter what happened")
    page.get_by_label("Day", exact=True).first.fill("2025-02-03")
    page.get_by_label("What happened").fill("The bank called back: the account was opened in person.")
    page.get_by_label("Where it is known from").fill("Telephone note 12")
    pressed(page, "Enter it")
    opened(page, "Name somebody")
    form = page.locator("form", has=page.get_by_role("button", name="Name them"))
    form.get_by_label("What they are").select_option("facilitator")
    form.get_by_label("Account").select_option(index=1)
    form.get_by_label("What is known").fill("Receives from all seven payers.")
    pressed(page, "Name them")
    seen(page.get_by_text("Receives from all seven payers.").first)


def refer(page):
    opened(page, "Propose a referral")
    page.get_by_label("Who is told").select_option("child_protection")
    page.get_by_label("Authority or service, and unit").fill("National centre for missing children, night desk")
    page.get_by_label("On what basis").select_option("vital")
    page.get_by_label("What is told", exact=False).fill("Payments that point to a household with children.")
    page.get_by_label("Why", exact=True).first.fill("Children may be in danger now.")
    page.get_by_label("I looked").check()
    pressed(page, "Propose it")
    seen(page.get_by_text("Waiting for a second person").first)
    check(page)


def draft(page):
    opened(page, "Draft a filing")
    page.locator("select[name=profile]").select_option("str-generic")
    pressed(page, "Draft it")
    seen(page.get_by_text("TLP:AMBER+STRICT").first)
    check(page)
    page.get_by_label("Occupation").fill("Clerk")
    pressed(page, "Keep what is said of P1")
    page.get_by_label("Why it is suspicious").fill(
        "Seven receivers without a tie, each paid within minutes of the last."
    )
    pressed(page, "Keep the narrative")
    seen(page.get_by_text("the draft is kept beside it").first)
    check(page)
    pressed(page, "Validate")
    seen(page.get_by_text("It waits for a reviewer").first)


def answer(place):
    sent = next(path for path in (place / "out").iterdir() if path.suffix == ".json")
    reference = sent.name.removesuffix(".json")
    said = {"format": "tanglaw-receipt/1", "reference": reference, "version": 1, "accepted": True, "receipt": "FIU-1"}
    (place / "in" / "answer.json").write_text(json.dumps(said))
