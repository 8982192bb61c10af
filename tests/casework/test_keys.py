"""Keys for programs: made by their owner, shown once, kept as a hash, expired, revoked, never more than the role."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client, override_settings
from django.utils import timezone

from tanglaw.casework.api import pace
from tanglaw.casework.models import ApiKey, Entry, Lead
from tanglaw.casework.programs import keys, tokens
from tanglaw.casework.programs.scopes import Scope, offered
from tanglaw.casework.roles import Role
from tanglaw.casework.site.problems import RefusedError

from .conftest import PASSWORD

FORM = {"name": "Nightly figures", "scopes": ["leads:read", "notes:write"], "days": "30"}


def reauthenticated(person):
    person.client.post("/sign-in/reauthenticate/", {"password": PASSWORD})
    return person


def test_a_key_is_made_after_the_password_and_shown_once(filled, person):
    ana = person("analyst")
    asked = ana.client.post("/keys/make", FORM)
    assert (asked.status_code, ApiKey.objects.count()) == (302, 0)
    assert "/sign-in/reauthenticate/" in asked["Location"]
    made = reauthenticated(ana).client.post("/keys/make", FORM)
    token = re.search(r'value="(tanglaw_[^"]+)"', made.content.decode())[1]
    key = ApiKey.objects.get()
    assert (key.name, key.scopes, key.prefix) == ("Nightly figures", ["leads:read", "notes:write"], token[8:20])
    page = ana.client.get("/keys").content.decode()
    assert key.prefix in page
    assert token not in page
    assert key.hash not in page
    assert made["Cache-Control"] == "no-store"
    program = Client(headers={"host": "localhost", "authorization": f"Bearer {token}"})
    assert program.get("/api/v1/me").json()["scopes"] == key.scopes


def test_the_database_holds_nothing_that_opens(filled, person, program):
    one = program(person("analyst").user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_apikey")
        kept = str(cursor.fetchall())
    assert one.token not in kept
    assert one.token.rsplit("_", 1)[0] not in kept
    assert one.token[21:] not in kept
    # A copy of the database alone does not even tell whether a guess is right: the hash is keyed.
    with override_settings(SECRET_KEY=settings.SECRET_KEY + "x"):
        assert not tokens.same(one.token, one.key.hash)
    assert tokens.same(one.token, one.key.hash)


def test_tokens_are_long_random_and_recognisable():
    made = {tokens.new() for _ in range(200)}
    assert len({token for token, _ in made}) == len({prefix for _, prefix in made}) == 200
    assert all(token.startswith("tanglaw_") and len(token) == 64 for token, _ in made)
    assert all(tokens.prefix_of(token) == prefix for token, prefix in made)


@pytest.mark.parametrize(
    "token", ["", "tanglaw_", "tanglaw_" + "a" * 56, "x" * 10_000, "tanglaw_aaaaaaaaaaaa_" + "é" * 43]
)
def test_what_is_no_key_is_refused(filled, token):
    assert tokens.prefix_of(token) is None
    answer = Client(headers={"host": "localhost"}).get("/api/v1/me", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_a_key_with_the_right_prefix_and_a_wrong_rest_is_unknown(filled, person, program):
    one = program(person("analyst").user)
    wrong = one.token[:-1] + ("a" if one.token[-1] != "a" else "b")
    answer = Client(headers={"host": "localhost", "authorization": f"Bearer {wrong}"}).get("/api/v1/me")
    assert answer.status_code == 401
    entry = Entry.objects.first()
    assert (entry.actor, entry.action, json.loads(entry.detail)) == ("(unknown)", "key refused", {"because": "unknown"})


@pytest.mark.parametrize(
    ("change", "why", "said"),
    [
        ({"revoked": timezone.now()}, "revoked", "revoked"),
        (
            {"made": timezone.now() - timedelta(days=9), "expires": timezone.now() - timedelta(seconds=1)},
            "expired",
            "expired",
        ),
    ],
)
def test_a_key_that_is_revoked_or_expired_opens_nothing_and_says_so(filled, person, program, change, why, said):
    one = program(person("analyst").user)
    ApiKey.objects.update(**change)
    answer = one.get("/leads")
    assert answer.status_code == 401
    assert said in answer.json()["detail"]
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]
    entry = Entry.objects.first()
    assert (entry.actor, entry.action, entry.object) == ("analyst", "key refused", one.key.prefix)
    assert json.loads(entry.detail) == {"because": why}


def test_refusals_do_not_fill_the_log(filled, monkeypatch):
    monkeypatch.setattr(pace, "refusals", pace.Pace(3))
    statuses = [
        Client(headers={"host": "localhost", "authorization": f"Bearer {tokens.new()[0]}"})
        .get("/api/v1/me")
        .status_code
        for _ in range(6)
    ]
    assert statuses == [401, 401, 401, 429, 429, 429]
    assert Entry.objects.filter(action="key refused").count() == 3


@pytest.mark.parametrize("role", Role.values)
def test_nobody_is_offered_more_than_the_role_allows(filled, person, role):
    user = person(role).user
    reviewing = {
        "leads:read", "leads:work", "names:see", "notes:write", "decisions:propose", "splits:write", "cases:read",
        "cases:write", "cases:staff", "cases:close", "referrals:write", "filings:read", "filings:write",
        "filings:export", "filings:send", "runs:read", "statistics:read", "views:write",
    }  # fmt: skip
    second = {"decisions:answer", "referrals:answer", "outcomes:read", "runs:start", "retention:read", "retention:ask"}
    assert {
        "analyst": reviewing,
        "reviewer": reviewing | second,
        "supervisor": reviewing | second | {"schedules:write"},
        "auditor": {"log:read"},
        "administrator": {"users:read", "users:write", "retention:read"},
    }[role] == {scope.value for scope in offered(user)}  # fmt: skip
    beyond = min(set(Scope.values) - {scope.value for scope in offered(user)})
    with pytest.raises(RefusedError, match=re.escape(beyond)):
        keys.make(user, person(role, "somebody").who, "Too much", [beyond], 30)


@pytest.mark.parametrize("form", [{"name": ""}, {"name": "x" * 61}, {"scopes": []}, {"scopes": ["all"]}, {"days": "0"},
                                  {"days": "9999"}, {"days": "²"}])  # fmt: skip
def test_what_cannot_be_is_refused_in_words(filled, person, form):
    answer = reauthenticated(person("analyst")).client.post("/keys/make", FORM | form)
    assert answer.status_code == 422
    assert not ApiKey.objects.exists()


def test_twenty_keys_are_enough(filled, person):
    ana = person("analyst")
    for _ in range(keys.MOST):
        keys.make(ana.user, ana.who, "One", ["leads:read"], 7)
    with pytest.raises(RefusedError, match="revoke one"):
        keys.make(ana.user, ana.who, "One more", ["leads:read"], 7)


def test_no_key_lives_for_ever_in_the_database_either(filled, person):
    ana, now = person("analyst"), timezone.now()
    with pytest.raises((IntegrityError, ValidationError)):
        ApiKey.objects.create(owner=ana.user, name="x", prefix="x", hash="x", scopes=[], made=now, expires=now)


def test_its_owner_revokes_it_and_others_do_not_see_it(filled, person, program):
    ana, ben = person("analyst", "ana"), person("analyst", "ben")
    one = program(ana.user)
    assert one.key.prefix.encode() not in ben.client.get("/keys").content
    assert ben.client.get("/keys.json").json() == {"keys": []}
    assert ben.client.post(f"/keys/{one.key.prefix}/revoke").status_code == 404
    assert one.get("/leads").status_code == 200
    assert ana.client.post(f"/keys/{one.key.prefix}/revoke").status_code == 302
    assert one.get("/leads").status_code == 401
    assert Entry.objects.filter(action="key revoked", actor="ana", object=one.key.prefix).count() == 1


def test_administrators_see_and_revoke_everybodys(filled, person, program):
    one, chief = program(person("analyst").user), person("administrator")
    listed = chief.client.get("/people/keys.json").json()["keys"]
    assert [(key["owner"], key["prefix"], key["works"]) for key in listed] == [("analyst", one.key.prefix, True)]
    assert one.key.prefix.encode() in chief.client.get("/people/keys").content
    assert person("supervisor").client.get("/people/keys").status_code == 403
    assert chief.client.post(f"/keys/{one.key.prefix}/revoke")["Location"] == "/people/keys"
    assert one.get("/leads").status_code == 401


def test_closing_an_account_revokes_its_keys_for_good(filled, person, program):
    ana, chief = person("analyst"), person("administrator")
    one = program(ana.user)
    chief.client.post("/people/analyst", {"role": "analyst", "may_sign_in": "no"})
    assert one.get("/leads").status_code == 401
    chief.client.post("/people/analyst", {"role": "analyst", "may_sign_in": "yes"})
    assert one.get("/leads").status_code == 401
    assert ApiKey.objects.get().revoked_by.username == "administrator"


def test_a_use_is_written_down_to_the_minute(filled, person, program):
    one = program(person("analyst").user)
    one.get("/me")
    first = ApiKey.objects.get().last_used
    one.get("/me")
    assert first is not None
    assert ApiKey.objects.get().last_used == first


def test_a_key_opens_no_page(filled, person, program):
    one = program(person("analyst").user)
    lead = Lead.objects.first().lead_id
    assert one.client.get("/queue").status_code == 302
    assert one.client.get(f"/leads/{lead}.json").status_code == 401


def test_the_console_lists_and_revokes(filled, console, person, program):
    one = program(person("analyst").user, "leads:read")
    listed = json.loads(console("workspace", "keys", "--json").stdout)
    assert [(key["owner"], key["prefix"], key["works"]) for key in listed] == [("analyst", one.key.prefix, True)]
    assert console("workspace", "keys", "--revoke", "nothing").returncode == 2
    done = console("workspace", "keys", "--revoke", one.key.prefix)
    assert (done.returncode, "revoked" in done.stdout) == (0, True), done.stderr
    assert one.get("/leads").status_code == 401
    assert Entry.objects.filter(action="key revoked", actor="(console)").exists()
