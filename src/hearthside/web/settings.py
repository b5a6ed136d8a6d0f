"""How Django runs here: at home, on loopback, and only envelopes on the disk.

The one file is the home's database, which holds sealed envelopes. Every secret of
the server is made anew in memory when it starts.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import fontpkg_literata
from django.utils.translation import gettext_lazy

from hearthside.ground.translating import LOCALE
from hearthside.keeping.keys import AT_HOME
from hearthside.web.zone import here

HERE = Path(__file__).resolve().parent

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(50)  # never on a disk; gone with the process
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = ["django.contrib.staticfiles", "hearthside.web.keeping"]
MIDDLEWARE = [
    "hearthside.web.headers.Headers",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hearthside.web.door.middleware.Door",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "hearthside.web.keeping.middleware.InUse",
]
ROOT_URLCONF = "hearthside.web.urls"
WSGI_APPLICATION = "hearthside.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "hearthside.web.keeping.people.state",
            ],
        },
    }
]

# --- what is kept, sealed -------------------------------------------------------
DATABASES: dict[str, Any] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",  # until a home is opened
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,  # seconds to wait for another tab's write (chosen)
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                " PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
            ),
        },
    }
}
LOCK_COST = AT_HOME

# --- memory only ---------------------------------------------------------------
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "sessions",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_NAME = "notes"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True  # a cookie of its own was found on the disk
CSRF_FAILURE_VIEW = "hearthside.web.door.refusals.from_before"

FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# One megabyte of text is read and answered by the page it was sent to. A form
# sends a character as up to twelve bytes ("%F0%9F%98%80"), hence 16 MiB (chosen).
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024  # bytes

# --- what a page may load ------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATICFILES_DIRS = [HERE / "static", ("fonts", fontpkg_literata.ROOT / "files")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 0  # seconds: asked again each time, so never an old sheet

# --- language and time ---------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", gettext_lazy("English"))]
LOCALE_PATHS = [LOCALE]
USE_I18N = True
USE_TZ = True
TIME_ZONE = here()  # a day begins when it does where this computer is

# --- what the terminal is told: that something broke and where, never a word ----
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": "hearthside.web.logs.Wordless"}},
    "handlers": {
        "terminal": {"class": "logging.StreamHandler", "formatter": "wordless"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
    },
    "root": {"handlers": ["terminal"], "level": "ERROR"},
}
