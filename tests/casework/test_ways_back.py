"""Passwords that somebody else made, and the ways back from a lost password or a lost second factor."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import IntegrityError
from django.test import Client, override_settings
from django.utils import timezone

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.models import Entry, FactorReset, User
from tanglaw.casework.roles import Role
from tanglaw.casework.site import ways_back
from tanglaw.casework.site.environment import Environment

from .conftest import PASSWORD

OWN = "quiet-rivers-at-night-4"


@pytest.fixture
def adm(quick, person):
    return person("administrator", "adm")


@pytest.fixture
def ana(adm):
    return User.objects.make("ana", PASSWORD, Role.ANALYST, "Ana Reyes")


def browser():
    return Client(headers={"host": "localhost"})


def sign_in(password, username="ana"):
    client = browser()
    client.post("/sign-in/login/", {"login": username, "password": password})
    return client


def change(client, before, after):
    form = {"oldpassword": before, "password1": after, "password2": after}
    return client.post("/sign-in/password/", form, follow=True).content.decode()


def made(page):
    return re.search(r'class="token" readonly value="([^"]+)"', page.content.decode())[1]


def test_a_first_password_is_made_shown_once_and_opens_only_its_own_change(adm):
    form = {"username": "ben.o", "name": "Ben O", "role": "analyst"}
    first = made(adm.client.post("/people/add", form))
    assert re.fullmatch(r"([a-z2-9]{5}-){3}[a-z2-9]{5}", first)
    assert first not in adm.client.get("/people").content.decode()
    ben = sign_in(first, "ben.o")
    for address in ("/queue", "/", "/sign-in/sessions/", "/sign-in/2fa/"):
        assert ben.get(address)["Location"] == "/sign-in/password/", address
    assert ben.get("/queue.json").status_code == 403
    assert ben.post("/sign-in/sessions/").status_code == 302
    assert "choose one that you alone know" in change(ben, first, first)
    assert ben.get("/queue.json").status_code == 403
    change(ben, first, OWN)
    assert ben.get("/queue.json").status_code == 200
    assert User.objects.get(username="ben.o").one_time_until is None
    assert sign_in(first, "ben.o").get("/queue.json").status_code == 401
    assert sign_in(OWN, "ben.o").get("/queue.json").status_code == 200


def test_a_password_that_an_administrator_typed_has_to_be_changed_too(adm, program):
    body = {"username": "new.one", "name": "New One", "role": "analyst", "password": "a-long-first-password"}
    assert program(adm.user).post("/users", body).status_code == 201
    assert sign_in(body["password"], "new.one").get("/queue")["Location"] == "/sign-in/password/"


def test_a_first_password_is_over_after_three_days(adm):
    first = made(adm.client.post("/people/add", {"username": "ben", "name": "Ben", "role": "analyst"}))
    User.objects.filter(username="ben").update(one_time_until=timezone.now() - timedelta(seconds=1))
    assert sign_in(first, "ben").get("/queue.json").status_code == 401
    entry = Entry.objects.filter(action="sign-in failed").first()
    assert (entry.actor, json.loads(entry.detail)) == ("ben", {"because": "over"})


def test_a_lost_password_is_made_anew_and_told(adm, ana):
    before = sign_in(PASSWORD)
    assert before.get("/queue.json").status_code == 200
    new = made(adm.client.post("/people/ana/password"))
    assert before.get("/queue.json").status_code == 401  # every session ended
    assert sign_in(PASSWORD).get("/queue.json").status_code == 401
    after = sign_in(new)
    page = after.get("/queue", follow=True).content.decode()
    assert "A new password was made for you by Adm." in page
    assert "tell your supervisor and the auditor" in page
    change(after, new, OWN)
    assert "A new password was made" not in sign_in(OWN).get("/queue").content.decode()
    entry = Entry.objects.get(action="password reset")
    assert (entry.actor, entry.object, json.loads(entry.detail)["sessions_ended"]) == ("adm", "ana", 1)
    assert new not in str(list(Entry.objects.values_list("detail", flat=True)))


def test_a_new_password_opens_a_day_and_no_account_without_one(adm, ana):
    adm.client.post("/people/ana/password")
    ana.refresh_from_db()
    assert timedelta(hours=23) < ana.one_time_until - timezone.now() <= timedelta(hours=24)
    User.objects.make("dir", None, Role.ANALYST, directory="dir@bank.example")
    assert adm.client.post("/people/dir/password").status_code == 409
    assert adm.client.post("/people/adm/password").status_code == 403
    assert adm.client.post("/people/nobody/password").status_code == 404
    User.objects.filter(username="ana").update(is_active=False)
    assert adm.client.post("/people/ana/password").status_code == 409


def test_a_new_password_does_not_replace_the_second_factor(adm, ana):
    TOTP.activate(ana, generate_totp_secret())
    new = made(adm.client.post("/people/ana/password"))
    client = sign_in(new)
    assert client.get("/queue.json").status_code == 401
    assert client.get("/sign-in/2fa/authenticate/").status_code == 200


def test_a_lost_factor_is_taken_off_by_two_administrators_and_told(adm, ana, person):
    TOTP.activate(ana, generate_totp_secret())
    boss = person("administrator", "boss")
    ask = {"step": "ask"}
    assert adm.client.post("/people/ana/factor", ask).status_code == 302
    assert adm.client.post("/people/ana/factor", ask).status_code == 409
    assert adm.client.post("/people/ana/factor", {"step": "approve"}).status_code == 403
    assert Authenticator.objects.filter(user=ana).exists()
    assert "Adm asks to take the second factor off" in boss.client.get("/people").content.decode()
    assert boss.client.post("/people/ana/factor", {"step": "approve"}).status_code == 302
    assert not Authenticator.objects.filter(user=ana).exists()
    entry = Entry.objects.get(action="factors reset")
    assert (entry.actor, entry.object, json.loads(entry.detail)["asked_by"]) == ("boss", "ana", "adm")
    page = sign_in(PASSWORD).get("/queue").content.decode()
    assert "Your second factor was taken off, asked for by Adm, approved by Boss." in page


def test_who_lost_it_is_led_to_setting_another_up(quick, ana):
    TOTP.activate(ana, generate_totp_secret())
    ways_back.take_factors_off("ana", Who(CONSOLE))
    client = sign_in(PASSWORD)
    with override_settings(TANGLAW=Environment(quick, second_factor="required")):
        assert client.get("/queue")["Location"] == "/sign-in/2fa/totp/activate/"


def test_a_wish_may_be_refused_and_is_over_after_a_day(adm, ana, person):
    boss = person("administrator", "boss")
    assert adm.client.post("/people/ana/factor", {"step": "ask"}).status_code == 409  # there is none
    TOTP.activate(ana, generate_totp_secret())
    adm.client.post("/people/ana/factor", {"step": "ask"})
    assert boss.client.post("/people/ana/factor", {"step": "refuse"}).status_code == 302
    assert boss.client.post("/people/ana/factor", {"step": "approve"}).status_code == 409
    adm.client.post("/people/ana/factor", {"step": "ask"})
    FactorReset.objects.update(asked=timezone.now() - timedelta(hours=25))
    assert boss.client.post("/people/ana/factor", {"step": "approve"}).status_code == 409
    assert boss.client.post("/people/ana/factor", {"step": "ask"}).status_code == 302
    assert Authenticator.objects.filter(user=ana).exists()


def test_nobody_asks_for_themselves_whatever_the_program_says(adm):
    TOTP.activate(adm.user, generate_totp_secret())
    assert adm.client.post("/people/adm/factor", {"step": "ask"}).status_code == 403
    with pytest.raises(IntegrityError):
        FactorReset.objects.create(user=adm.user, asked=timezone.now(), asked_by=adm.user)


def test_a_new_password_takes_the_keys_along_and_says_so(adm, ana, program):
    mine, others = program(ana), program(adm.user)
    page = adm.client.post("/people/ana/password")
    assert "went 1 key for programs" in page.content.decode()
    assert mine.get("/me").status_code == 401
    assert others.get("/me").status_code == 200
    entry = Entry.objects.filter(action="password reset").get()
    assert json.loads(entry.detail)["keys_revoked"] == 1
    told = change(sign_in(made(page)), made(page), OWN)
    assert "Your 1 key for programs went with the old one" in told
    assert "for programs: say so" not in adm.client.post("/people/ana/password").content.decode()
