"""The words of fact-checks by others are indexed as every search asks for them."""

import core.text_search
import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0016_searched_words"), ("reviews", "0024_verifications_of_the_ledger")]

    operations = [
        migrations.AddIndex(
            model_name="externalverdict",
            index=django.contrib.postgres.indexes.GinIndex(
                core.text_search.SearchedWords("claim_text"), name="reviews_external_words"
            ),
        ),
        migrations.RemoveIndex(
            model_name="externalverdict",
            name="reviews_external_search",
        ),
    ]
