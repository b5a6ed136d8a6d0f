"""A second step, so that a home can be stopped between the two."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The other step of two."""

    dependencies = (("keeping", "0002_written_anew"),)
    operations = (
        migrations.RemoveField("record", "later"),
        migrations.CreateModel(
            "Later",
            [("id", models.CharField(max_length=32, primary_key=True))],
        ),
    )
