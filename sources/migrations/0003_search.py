"""The words of snapshots are indexed for the search for evidence."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_immutable")]
    operations = [
        migrations.AddIndex(
            model_name="snapshot",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    django.db.models.functions.text.Left("text", 120000), config="english"
                ),
                name="sources_snapshot_search",
            ),
        ),
    ]
