"""The application the server runs.

Its settings are ours alone: what the surroundings say about Django is not
asked, so that no stray variable can open a house.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "hearthside.web.settings"

application = get_wsgi_application()
