"""Signing in through the institution's directory: only whom an administrator made an account for, only what it signed."""

from __future__ import annotations

from dataclasses import replace
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

import pytest
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client, override_settings

from tanglaw.casework.models import Entry, User
from tanglaw.casework.roles import Role
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.policy import content_security_policy
from tanglaw.common.errors import FaultsError

from .conftest import PASSWORD
from .provider import CLIENT, SECRET, provider

ANA = {"sub": "s-1", "email": "ana@bank.example", "email_verified": True}


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def location(address):
    try:
        build_opener(_Stay).open(address, timeout=20)
    except HTTPError as error:
        return error.headers["Location"]


@pytest.fixture
def directory(quick):
    with provider() as told:
        environment = replace(
            settings.TANGLAW,
            oidc_issuer=told.issuer,
            oidc_client_id=CLIENT,
            oidc_client_secret=SECRET,
            oidc_name="Bank ID",
        )
        with override_settings(TANGLAW=environment):
            told.environment = environment
            told.claims = dict(ANA)
            yield told


def ana(directory="ana@bank.example", password=PASSWORD, **more):
    return User.objects.make("ana", password, Role.ANALYST, "Ana", directory, **more)


def sign_in(client=None):
    client = client or Client(headers={"host": "localhost"})
    there = client.post("/sign-in/directory/")
    back = urlsplit(location(there["Location"]))
    return client, client.get(f"{back.path}?{back.query}")


def signed_in(client):
    return client.get("/queue.json").status_code == 200


@pytest.mark.parametrize("known", ["ana@bank.example", "Ana@Bank.Example", "s-1"])
def test_an_account_is_found_by_subject_or_verified_address(directory, known):
    ana(known)
    client, answer = sign_in()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert signed_in(client)
    assert Entry.objects.filter(actor="ana", action="signed in").exists()
    assert Entry.objects.filter(actor="ana", action="directory joined").count() == 1


def test_the_sign_in_page_offers_it_by_its_name(directory):
    page = Client(headers={"host": "localhost"}).get("/sign-in/login/").content
    assert b"Sign in with Bank ID" in page
    with override_settings(TANGLAW=replace(directory.environment, oidc_issuer="")):
        client = Client(headers={"host": "localhost"})
        assert b"Sign in with" not in client.get("/sign-in/login/").content.replace(b"Sign in with a passkey", b"")
        assert (
            client.post("/sign-in/directory/").status_code == client.get("/sign-in/directory/back/").status_code == 404
        )


def test_what_is_asked_carries_state_nonce_and_a_challenge(directory):
    ana()
    sign_in()
    (asked,) = directory.asked
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) >= 32
    assert asked["response_type"] == "code"
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert asked["redirect_uri"] == "http://localhost:8000/sign-in/directory/back/"


def test_nobody_gets_an_account_by_signing_in(directory):
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)
    assert not User.objects.exists()
    assert "because" in Entry.objects.filter(action="sign-in failed").first().detail


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_was_not_verified_opens_nothing(directory, verified):
    ana()
    directory.claims["email_verified"] = verified
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)


def test_a_closed_account_stays_closed(directory):
    user = ana()
    sign_in()
    user.is_active = False
    user.save()
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)


def test_an_address_that_was_given_to_somebody_else_opens_nothing(directory):
    """After the first sign-in the subject counts, and nothing else."""
    ana()
    sign_in()
    directory.claims = {**ANA, "sub": "s-2"}
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)
    directory.claims = {**ANA, "email": "new@bank.example", "email_verified": False}
    assert signed_in(sign_in()[0])


def test_when_the_administrator_names_another_person_the_first_is_forgotten(directory, person):
    user = ana()
    sign_in()
    person("administrator").client.post("/people/ana", {"directory": "s-9"})
    user.refresh_from_db()
    assert (user.directory, SocialAccount.objects.exists()) == ("s-9", False)
    assert sign_in()[1].status_code == 403
    directory.claims["sub"] = "s-9"
    assert signed_in(sign_in()[0])


def test_one_person_of_the_directory_has_one_account(directory):
    ana()
    with pytest.raises(ValidationError):
        User.objects.make("bea", PASSWORD, Role.ANALYST, "Bea", "ANA@bank.example")
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(username="bea", name="Bea", role="analyst", directory="ANA@bank.example")])


def test_an_account_without_a_password_opens_through_the_directory_alone(directory, person):
    person("administrator").client.post(
        "/people/add", {"username": "ana", "name": "Ana", "role": "analyst", "directory": "ana@bank.example"}
    )
    assert not User.objects.get(username="ana").has_usable_password()
    assert signed_in(sign_in()[0])
    client = Client(headers={"host": "localhost"})
    client.post("/sign-in/login/", {"login": "ana", "password": ""})
    assert not signed_in(client)


BENT = {
    "of another issuer": lambda claims: claims | {"iss": "https://elsewhere.example"},
    "for another client": lambda claims: claims | {"aud": "somebody-else"},
    "expired": lambda claims: claims | {"exp": claims["iat"] - 600},
    "not yet valid": lambda claims: claims | {"nbf": claims["iat"] + 6_000},
    "for another sign-in": lambda claims: claims | {"nonce": "another"},
    "without a nonce": lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
    "for another party": lambda claims: claims | {"azp": "somebody-else"},
    "without a subject": lambda claims: {name: value for name, value in claims.items() if name != "sub"},
    "without an expiry": lambda claims: {name: value for name, value in claims.items() if name != "exp"},
}


@pytest.mark.parametrize("bent", list(BENT))
def test_a_token_that_is_not_for_this_sign_in_opens_nothing(directory, bent):
    ana()
    directory.change = BENT[bent]
    client, answer = sign_in()
    assert answer.status_code == 403, bent
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_that_anybody_could_have_signed_opens_nothing(directory, algorithm):
    ana()
    directory.algorithm = algorithm
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)


def test_a_token_signed_with_another_key_opens_nothing(directory):
    ana()
    directory.key = directory.strange
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)


def test_a_token_without_a_key_id_opens_nothing(directory):
    ana()
    directory.headers = {}
    client, answer = sign_in()
    assert answer.status_code == 403
    assert not signed_in(client)


def test_a_directory_that_leads_elsewhere_is_not_followed(directory):
    ana()
    directory.elsewhere = True
    assert Client(headers={"host": "localhost"}).post("/sign-in/directory/").status_code == 503


def test_a_directory_that_calls_itself_otherwise_is_not_believed(directory):
    ana()
    directory.issuer_said = "https://elsewhere.example"
    answer = Client(headers={"host": "localhost"}).post("/sign-in/directory/")
    assert answer.status_code == 503


def test_an_answer_without_the_question_opens_nothing(directory):
    ana()
    client = Client(headers={"host": "localhost"})
    there = client.post("/sign-in/directory/")
    back = urlsplit(location(there["Location"]))
    stranger = Client(headers={"host": "localhost"})  # the code of somebody else, slipped to this browser
    assert stranger.get(f"{back.path}?{back.query}").status_code == 403
    assert not signed_in(stranger)
    assert client.get(f"{back.path}?code=invented&state={parse_qs(back.query)['state'][0]}").status_code == 403
    assert client.get(f"{back.path}?error=access_denied").status_code == 403


def test_the_workspaces_own_second_factor_is_asked_for_unless_the_directory_is_trusted_with_it(directory):
    ana()
    with override_settings(TANGLAW=replace(directory.environment, second_factor="required")):
        client, _ = sign_in()
        assert client.get("/queue")["Location"] == "/sign-in/2fa/totp/activate/"
        directory.claims["amr"] = ["pwd", "otp", "mfa"]
        assert not signed_in(sign_in()[0])


def test_a_directory_that_is_trusted_with_the_second_factor_must_say_that_it_asked(directory):
    ana()
    trusted = replace(directory.environment, second_factor="required", oidc_second_factor="directory")
    with override_settings(TANGLAW=trusted):
        for amr in (None, [], ["pwd"], "mfa"):
            directory.claims["amr"] = amr
            client, answer = sign_in()
            assert answer.status_code == 403, amr
        directory.claims["amr"] = ["pwd", "mfa"]
        client, _ = sign_in()
        assert signed_in(client)
        # What one person proved is worth nothing for the next at the same browser.
        User.objects.make("bea", PASSWORD, Role.ANALYST)
        client.post("/sign-in/logout/")
        client.post("/sign-in/login/", {"login": "bea", "password": PASSWORD})
        assert client.get("/queue")["Location"] == "/sign-in/2fa/totp/activate/"


def test_nothing_that_the_directory_said_is_kept_but_the_subject(directory):
    ana()
    sign_in()
    sign_in()
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data) == ("s-1", {})


def test_the_form_may_lead_to_the_directory_and_nowhere_else():
    environment = Environment.read({
        "TANGLAW_OIDC_ISSUER": "https://id.bank.example/realms/staff/", "TANGLAW_OIDC_CLIENT_ID": "w",
        "TANGLAW_OIDC_CLIENT_SECRET": "s",
    })  # fmt: skip
    assert environment.oidc_issuer == "https://id.bank.example/realms/staff"
    assert content_security_policy(environment)["DIRECTIVES"]["form-action"] == ["'self'", "https://id.bank.example"]


def test_a_directory_half_described_is_refused_at_once():
    wrong = {"TANGLAW_OIDC_ISSUER": "http://id.bank.example", "TANGLAW_OIDC_SECOND_FACTOR": "perhaps"}
    with pytest.raises(FaultsError) as raised:
        Environment.read(wrong)
    assert {fault.where for fault in raised.value.faults} == {
        *wrong,
        "TANGLAW_OIDC_CLIENT_ID",
        "TANGLAW_OIDC_CLIENT_SECRET",
    }


def test_the_secret_is_not_shown_by_accident():
    environment = Environment.read({
        "TANGLAW_OIDC_ISSUER": "https://id.bank.example", "TANGLAW_OIDC_CLIENT_ID": "w", "TANGLAW_OIDC_CLIENT_SECRET": "hush",
    })  # fmt: skip
    assert "hush" not in repr(environment)
