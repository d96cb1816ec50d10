"""Alternate texts and check intervals have other names in the program; their table and their column keep the old ones."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sources", "0007_names_for_people")]

    operations = [
        migrations.AlterModelTable("Reading", "sources_reading"),
        migrations.RenameModel("Reading", "AlternateText"),
        migrations.AlterField(
            "AlternateText",
            "snapshot",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="alternate_texts", to="sources.snapshot"
            ),
        ),
        migrations.AlterField(
            "Document",
            "look_every",
            models.PositiveSmallIntegerField(
                choices=[(0, "as observed"), (1, "every day"), (7, "every week"), (30, "every 30 days")],
                db_column="look_every",
                db_default=0,
                default=0,
                help_text="As observed: the longer it has said the same, the more seldom. A look that fails is made again sooner.",
                verbose_name="looked at",
            ),
        ),
        migrations.RenameField("Document", "look_every", "check_interval"),
    ]
