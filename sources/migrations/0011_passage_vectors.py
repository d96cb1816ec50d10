"""Passages of sources as vectors, for the search for evidence; the worker fills in what is not there yet."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sources", "0010_plain_english_names")]
    operations = [
        migrations.CreateModel(
            name="PassageVectors",
            fields=[
                (
                    "snapshot",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="sources.snapshot",
                    ),
                ),
                ("version", models.CharField(max_length=60)),
                ("codes", models.BinaryField()),
                ("vectors", models.BinaryField()),
            ],
        ),
    ]
