"""Rewrites every record's row, and then the whole table for a new column."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models


def write_each_anew(apps: Any, schema_editor: Any) -> None:
    """Write every row once more."""
    for row in apps.get_model("keeping", "Record").objects.all():
        row.sealed = bytes(row.sealed)
        row.save()


class Migration(migrations.Migration):
    """One step of two."""

    dependencies = (("keeping", "0001_initial"),)
    operations = (
        migrations.RunPython(write_each_anew),
        migrations.AddField("record", "later", models.IntegerField(default=0)),
        migrations.AlterField("record", "size", models.IntegerField()),
    )
