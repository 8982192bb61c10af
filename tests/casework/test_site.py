"""How the site answers: headers, cookies, signing in and being signed out."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.cache import cache
from django.test import Client, RequestFactory, override_settings

from tanglaw.casework.models import Entry, User
from tanglaw.casework.roles import Role
from tanglaw.casework.site import signed_in
from tanglaw.casework.site.accounts import SecondFactors
from tanglaw.casework.site.address import client_address
from tanglaw.casework.site.deployment import check_workspace
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.policy import transport
from tanglaw.casework.site.settings import settings as all_settings

from .conftest import PASSWORD, bring_in


def sign_in(client, username="ana", password=PASSWORD):
    return client.post("/sign-in/login/", {"login": username, "password": password})


@pytest.fixture
def ana(quick):
    return User.objects.make("ana", PASSWORD, Role.ANALYST, "Ana Reyes")


@pytest.fixture
def client():
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize("address", ["/sign-in/login/", "/queue", "/nowhere", "/queue.json", "/health"])
def test_every_answer_carries_the_policy(ana, client, address):
    sign_in(client)
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= {
        part.strip() for part in policy.split(";")
    }
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "camera=()" in headers["Permissions-Policy"]


def test_no_page_holds_an_inline_script_or_style(ana, client, run_folder):
    bring_in(run_folder)
    sign_in(client)
    lead = client.get("/queue.json").json()["subjects"][0]["address"]
    for address in ("/sign-in/login/", "/queue", lead, "/runs", "/help", "/sign-in/2fa/", "/sign-in/2fa/totp/activate/",
                    "/sign-in/sessions/", "/sign-in/password/"):  # fmt: skip
        page = client.get(address, follow=True).content.decode()
        assert " style=" not in page, address
        assert "<style" not in page, address
        for part in page.split("<script")[1:]:
            opening = part.split(">")[0]
            assert "src=" in opening or 'type="application/json"' in opening, address
        assert " onclick=" not in page


def test_over_https_cookies_are_bound_to_the_host_and_to_https(tmp_path):
    made = transport(Environment(tmp_path, origin="https://leads.example.org"))
    assert made["SESSION_COOKIE_SECURE"]
    assert made["CSRF_COOKIE_SECURE"]
    assert made["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert made["SECURE_HSTS_SECONDS"] >= 365 * 86_400
    assert made["SECURE_SSL_REDIRECT"]
    assert not transport(Environment(tmp_path))["SESSION_COOKIE_SECURE"]


def test_only_the_origin_s_host_is_answered(quick, client, tmp_path):
    made = all_settings(Environment(tmp_path, origin="https://leads.example.org"))
    assert made["ALLOWED_HOSTS"] == ["leads.example.org"]
    assert made["DEBUG"] is False
    assert Client(headers={"host": "elsewhere.example"}).get("/health").status_code == 400


def test_passwords_are_kept_by_argon2_in_production():
    made = all_settings(Environment(settings.TANGLAW.data))
    assert made["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_signing_in_and_out_is_logged(ana, client):
    assert sign_in(client).status_code == 302
    client.post("/sign-in/logout/")
    assert list(Entry.objects.order_by("number").values_list("actor", "action")) == [
        ("ana", "signed in"), ("ana", "signed out")
    ]  # fmt: skip
    assert client.get("/queue").status_code == 302


def test_what_was_typed_as_an_unknown_name_is_not_logged(ana, client):
    """It may be a password typed into the wrong field."""
    sign_in(client, "correct-horse-battery-9", "ana")
    entry = Entry.objects.get()
    assert (entry.actor, entry.action) == ("(unknown)", "sign-in failed")


def test_five_failures_lock_the_account_out_from_there_for_a_while(ana, client):
    for _ in range(5):
        sign_in(client, password="a wrong one entirely")
    locked = sign_in(client)
    assert locked.status_code == 429
    assert b"Locked for a while" in locked.content
    assert client.get("/queue").status_code == 302
    assert Entry.objects.filter(actor="ana", action="locked out").exists()
    elsewhere = Client(headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.99")
    assert sign_in(elsewhere).status_code == 302, "a stranger must not lock a colleague out from elsewhere"


def test_nobody_signs_themselves_up_and_no_mail_resets_a_password(quick, client):
    for address in ("/sign-in/signup/", "/sign-in/password/reset/", "/sign-in/email/"):
        assert client.get(address).status_code in {302, 404}
        assert client.post(address, {"username": "eve", "password1": PASSWORD}).status_code in {302, 404}
    assert not User.objects.exists()


def test_an_idle_session_ends(ana, client):
    sign_in(client)
    assert client.get("/queue").status_code == 200
    session = client.session
    session["seen"] = time.time() - settings.TANGLAW.idle_minutes * 60 - 1
    session.save()
    assert client.get("/queue").status_code == 302
    assert client.get("/queue").status_code == 302


def test_without_a_second_factor_one_gets_to_setting_it_up_and_nowhere_else(ana, client):
    with override_settings(TANGLAW=replace(settings.TANGLAW, second_factor="required")):
        sign_in(client)
        assert client.get("/queue")["Location"] == "/sign-in/2fa/totp/activate/"
        assert client.get("/queue.json").status_code == 403
        page = client.get("/sign-in/2fa/totp/activate/")
        assert page.status_code == 200
        secret = client.session["mfa.totp.secret"]
        assert client.get("/icon.svg").status_code == 200
        assert client.session["mfa.totp.secret"] == secret, (
            "what a browser asks for beside the page makes no new secret"
        )


def test_a_second_factor_is_asked_for_and_its_secret_is_kept_encrypted(ana, client):
    secret = generate_totp_secret()
    kept = TOTP.activate(ana, secret).instance
    kept.refresh_from_db()
    assert secret not in json.dumps(kept.data)
    assert SecondFactors().decrypt(kept.data["secret"]) == secret
    assert sign_in(client)["Location"] == "/sign-in/2fa/authenticate/"
    assert client.get("/queue").status_code == 302


def code_of(secret, steps=0):
    counter = int(time.time()) // 30 + steps
    return format_hotp_value(hotp_value(secret, counter))


def test_codes_cannot_be_tried_on_and_on(ana, client):
    """After five wrong ones not even the right one is looked at, whatever process, session or address asks."""
    secret = generate_totp_secret()
    TOTP.activate(ana, secret)
    sign_in(client)
    wrong = f"{(int(code_of(secret)) + 500_000) % 1_000_000:06d}"
    for _ in range(5):
        assert b"Incorrect code" in client.post("/sign-in/2fa/authenticate/", {"code": wrong}).content
    another = Client(headers={"host": "localhost"}, REMOTE_ADDR="198.51.100.7")
    sign_in(another)
    for one in (client, another):
        assert b"Too many wrong codes" in one.post("/sign-in/2fa/authenticate/", {"code": code_of(secret)}).content
        assert one.get("/queue.json").status_code == 401
    assert Entry.objects.filter(actor="ana", action="second factor failed").count() == 5
    assert Entry.objects.filter(actor="ana", action="locked out").count() == 1


def test_a_code_opens_once_also_while_clocks_may_differ(ana, client, monkeypatch):
    secret = generate_totp_secret()
    TOTP.activate(ana, secret)
    code = code_of(secret)
    sign_in(client)
    client.post("/sign-in/2fa/authenticate/", {"code": code})
    assert client.get("/queue.json").status_code == 200
    # The library alone forgets the code after half a minute, while its tolerance still takes it.
    cache.delete(f"allauth.mfa.totp.used?user={ana.pk}&code={code}")
    again = Client(headers={"host": "localhost"})
    sign_in(again)
    assert b"used already" in again.post("/sign-in/2fa/authenticate/", {"code": code}).content
    assert again.get("/queue.json").status_code == 401


@pytest.mark.parametrize("password", ["tanglaw-2026!", "Supervisor1234", "workspace-abc", "LocalhostAnalyst"])
def test_a_password_that_rests_on_a_word_of_this_place_is_refused(quick, person, password):
    form = {"username": "new.one", "name": "New One", "role": "analyst", "password": password}
    assert person("administrator").client.post("/people/add", form).status_code == 422
    assert not User.objects.filter(username="new.one").exists()


def test_a_password_may_hold_such_a_word_beside_much_else(quick, person):
    form = {"username": "new.one", "name": "New One", "role": "analyst", "password": "tanglaw lights nine quiet rivers"}
    assert person("administrator").client.post("/people/add", form).status_code == 302


def test_signing_out_clears_what_the_browser_kept_and_no_cookie_is_written_beside_two(ana, client):
    sign_in(client)
    client.post("/comfort", {"break_after": "25"})
    assert set(client.cookies) <= {"tanglaw", "tanglaw-form"}
    assert client.post("/sign-in/logout/")["Clear-Site-Data"] == '"cache"'


def test_a_database_elsewhere_without_a_checked_certificate_is_warned_of(quick):
    for query, warned in (("", True), ("?sslmode=require", True), ("?sslmode=verify-full", False)):
        made = Environment(quick, database_url=f"postgresql://a:b@db.example/leads{query}")
        with override_settings(TANGLAW=made):
            assert ("tanglaw.W005" in {one.id for one in check_workspace(None)}) == warned


def test_a_session_stands_in_the_list_from_its_first_click_and_says_where_it_is_used_now(ana, client, monkeypatch):
    sign_in(client)
    listed = UserSession.objects.get(user=ana)
    client.get("/help")
    seen = UserSession.objects.get(pk=listed.pk).last_seen_at
    client.get("/help")
    assert UserSession.objects.get(pk=listed.pk).last_seen_at == seen, "not written at every click"
    client.get("/help", headers={"user-agent": "Another browser"})
    assert UserSession.objects.get(pk=listed.pk).user_agent == "Another browser"
    seen = UserSession.objects.get(pk=listed.pk).last_seen_at
    monkeypatch.setattr(signed_in.time, "time", lambda now=time.time: now() + 31)
    client.get("/runs/detections/1/progress", headers={"user-agent": "Another browser"})
    assert UserSession.objects.get(pk=listed.pk).last_seen_at == seen, "no click of a person"
    client.get("/help", headers={"user-agent": "Another browser"})
    assert UserSession.objects.get(pk=listed.pk).last_seen_at > seen
    UserSession.objects.all().delete()
    again = Client(headers={"host": "localhost"})
    again.force_login(ana, "allauth.account.auth_backends.AuthenticationBackend")
    again.get("/help")
    assert UserSession.objects.get(user=ana).session_key == again.session.session_key


def test_a_change_of_role_ends_every_session_of_the_account(ana, client, person):
    sign_in(client)
    assert UserSession.objects.filter(user=ana).count() == 1
    administrator = person("administrator")
    administrator.client.post("/people/ana", {"role": "reviewer", "may_sign_in": "yes"})
    assert client.get("/queue").status_code == 302
    administrator.client.post("/people/ana", {"role": "reviewer", "may_sign_in": "no"})
    again = sign_in(client)
    assert client.get("/queue").status_code == 302
    assert again.status_code in {200, 302}


@pytest.mark.parametrize("password", ["short", "password1234", "newperson1234"])
def test_a_weak_first_password_is_refused(quick, person, password):
    administrator = person("administrator")
    form = {"username": "newperson", "name": "New Person", "role": "analyst", "password": password}
    assert administrator.client.post("/people/add", form).status_code == 422
    assert not User.objects.filter(username="newperson").exists()


def test_nobody_changes_their_own_role(quick, person):
    administrator = person("administrator")
    answer = administrator.client.post("/people/administrator", {"role": "supervisor"})
    assert answer.status_code == 403


def test_a_form_without_its_token_is_refused(ana):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert sign_in(strict).status_code == 403


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.5", "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.66, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.66, 203.0.113.5, 203.0.113.9", "203.0.113.5"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "<script>", None),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_trusted_proxies_are_believed_about_an_address(quick, proxies, forwarded, address):
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})
    with override_settings(TANGLAW=replace(settings.TANGLAW, proxies=proxies)):
        assert client_address(request) == address


def test_what_breaks_says_nothing_of_the_inside(ana, client, monkeypatch):
    sign_in(client)
    client.raise_request_exception = False
    monkeypatch.setattr("tanglaw.casework.pages.queue.wake_watched", lambda _: 1 / 0)
    page = client.get("/queue")
    assert page.status_code == 500
    assert b"Something went wrong here" in page.content
    assert b"ZeroDivisionError" not in page.content
    told = client.get("/queue.json")
    assert told.json()["status"] == 500


def test_what_no_database_can_hold_is_refused_and_not_broken_on(workspace, client):
    User.objects.make("ana", PASSWORD, Role.ANALYST, "Ana Reyes")
    sign_in(client)
    assert client.get("/queue?find=a%00b").status_code == 400
    assert client.get("/queue.json?find=a%00b").json()["title"] == "Not text"
    assert client.post("/views", {"name": "a\x00b", "query": ""}).status_code == 400
    assert sign_in(client, "a\x00na").status_code == 400


def test_well_being_is_everybody_s_own_and_not_logged(quick, person):
    auditor, analyst = person("auditor"), person("analyst")
    before = Entry.objects.count()
    for one in (auditor, analyst):
        assert b"data-greyscale" not in one.client.get("/comfort").content
    auditor.client.post("/comfort", {"greyscale": "yes", "break_after": "50"})
    page = auditor.client.get("/comfort").content
    assert b'<html lang="en" data-greyscale data-break-after="50">' in page
    assert b"data-greyscale" not in analyst.client.get("/comfort").content
    assert analyst.client.post("/comfort", {"break_after": "7"}).status_code == 422
    assert Entry.objects.count() == before


def test_people_end_their_own_other_sessions(ana, client):
    elsewhere = Client(headers={"host": "localhost"})
    sign_in(elsewhere)
    sign_in(client)
    assert b"End all others" in client.get("/sign-in/sessions/").content
    client.post("/sign-in/sessions/")
    assert elsewhere.get("/queue").status_code == 302
    assert client.get("/queue").status_code == 200
