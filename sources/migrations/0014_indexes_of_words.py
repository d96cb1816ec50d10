"""The words of snapshots, and the names of documents, are indexed as every search asks for them."""

import core.text_search
import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sources", "0013_searched_words")]

    operations = [
        migrations.AddIndex(
            model_name="document",
            index=django.contrib.postgres.indexes.GinIndex(
                core.text_search.SearchedWords(
                    django.db.models.functions.text.Concat("title", models.Value(" "), "publisher")
                ),
                name="sources_document_words",
            ),
        ),
        migrations.AddIndex(
            model_name="snapshot",
            index=django.contrib.postgres.indexes.GinIndex(
                core.text_search.SearchedWords(django.db.models.functions.text.Left("text", 120000)),
                name="sources_snapshot_words",
            ),
        ),
        migrations.RemoveIndex(
            model_name="snapshot",
            name="sources_snapshot_search",
        ),
    ]
