"""The words of claims and titles are indexed as every search asks for them, in whatever language."""

import core.text_search
import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_what_claims_say"), ("sources", "0014_indexes_of_words")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                core.text_search.SearchedWords("title"), name="claims_article_words"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=django.contrib.postgres.indexes.GinIndex(
                core.text_search.SearchedWords("text"), name="claims_claim_words"
            ),
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_search",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_search_zh",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_search_ru",
        ),
    ]
