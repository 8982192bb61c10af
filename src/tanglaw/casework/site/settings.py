"""Every setting of the site, as a function of its environment."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from typing import Any, Final

from tanglaw.casework.site.database import database
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.keys import secret_key
from tanglaw.casework.site.policy import content_security_policy, transport

_APPS: Final = [
    "tanglaw.casework.apps.Casework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
    "rules",
]

_MIDDLEWARE: Final = [
    "tanglaw.casework.api.answers.Answers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tanglaw.casework.site.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tanglaw.casework.site.signed_in.SignedIn",
    "tanglaw.casework.site.signed_in.Lifetime",
    "tanglaw.casework.site.signed_in.OwnPassword",
    "tanglaw.casework.site.signed_in.SecondFactor",
    "django_htmx.middleware.HtmxMiddleware",
    "tanglaw.casework.site.problems.Problems",
    # Last, so that it sees a refused sign-in before anything else dresses it up.
    "axes.middleware.AxesMiddleware",
]


def settings(environment: Environment) -> dict[str, Any]:
    """Make all settings. Nothing is read but key files; nothing is written."""
    own = files("tanglaw.casework")
    return {
        "DEBUG": False,
        "SECRET_KEY": secret_key(environment),
        "ALLOWED_HOSTS": [environment.host],
        "INSTALLED_APPS": _APPS,
        "MIDDLEWARE": _MIDDLEWARE,
        "ROOT_URLCONF": "tanglaw.casework.urls",
        "WSGI_APPLICATION": "tanglaw.casework.wsgi.application",
        "DATABASES": {"default": database(environment)},
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [str(own / "templates")],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "tanglaw.casework.pages.frame.frame",
                    ],
                    "builtins": ["tanglaw.casework.templatetags.shown", "tanglaw.casework.templatetags.tables"],
                },
            }
        ],
        "STATIC_URL": "/static/",
        "STATICFILES_FINDERS": [
            "django.contrib.staticfiles.finders.AppDirectoriesFinder",
            "tanglaw.casework.site.report_style.ReportStyle",
        ],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en",
        "USE_I18N": False,
        "LOGGING": _logging(),
        "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}},
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 1 << 20,
        "FILE_UPLOAD_HANDLERS": [],
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
        **content_security(environment),
        **transport(environment),
        **_signing_in(environment),
    }


def content_security(environment: Environment) -> dict[str, Any]:
    """Return the content security policy under the name that django-csp reads."""
    return {"CONTENT_SECURITY_POLICY": content_security_policy(environment)}


def _signing_in(environment: Environment) -> dict[str, Any]:
    return {
        "AUTH_USER_MODEL": "casework.User",
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "allauth.account.auth_backends.AuthenticationBackend",
        ],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
            {
                "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
                "OPTIONS": {"min_length": 12},
            },
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
            {"NAME": "tanglaw.casework.site.passwords.NoWordOfThisPlace"},
            {"NAME": "tanglaw.casework.site.passwords.AnotherThanWasMade"},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",  # no cookie of its own
        "SESSION_ENGINE": "django.contrib.sessions.backends.db",
        "SESSION_COOKIE_AGE": 12 * 3600,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "ACCOUNT_ADAPTER": "tanglaw.casework.site.accounts.Accounts",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "/sign-in/login/",
        # Guessing of passwords is counted in the database by django-axes, of second factors in the log (site.factors):
        # a count in each process's memory would add nothing there. It holds who has a session from trying passwords.
        "ACCOUNT_RATE_LIMITS": {"login": None, "login_failed": None},
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 300,
        "SOCIALACCOUNT_ADAPTER": "tanglaw.casework.site.directory.DirectoryAccounts",
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_REQUESTS_TIMEOUT": 10,
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_TOTP_ISSUER": "Tanglaw",
        "MFA_TOTP_TOLERANCE": 1,  # clocks of phones differ, and people type slowly
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not environment.encrypted,
        "MFA_FORMS": {
            "authenticate": "tanglaw.casework.site.factors.Authenticate",
            "reauthenticate": "tanglaw.casework.site.factors.Reauthenticate",
        },
        "MFA_ADAPTER": "tanglaw.casework.site.accounts.SecondFactors",
        "USERSESSIONS_TRACK_ACTIVITY": True,
        "AXES_FAILURE_LIMIT": 5,
        "AXES_COOLOFF_TIME": timedelta(minutes=15),
        # By account from one address, so that a stranger cannot lock a colleague out from elsewhere.
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_LOCKOUT_TEMPLATE": "account/locked_out.html",
        "AXES_HTTP_RESPONSE_CODE": 429,
        "AXES_USERNAME_CALLABLE": "tanglaw.casework.site.accounts.username_tried",
        "AXES_DISABLE_ACCESS_LOG": True,
        "AXES_SENSITIVE_PARAMETERS": ["username", "ip_address", "password", "login", "next"],
        "AXES_CLIENT_IP_CALLABLE": "tanglaw.casework.site.address.client_address",
        "AXES_VERBOSE": False,
    }


def _logging() -> dict[str, Any]:
    """Log warnings to stderr, without what a request carried: no personal data in logs."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "axes": {"level": "ERROR"},
            "django.request": {"level": "ERROR"},
            "django_tasks": {"level": "WARNING"},
        },
    }
