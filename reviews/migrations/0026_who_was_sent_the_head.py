"""A verification of the ledger keeps who was mailed its head, so that one refused address costs nobody else a letter."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0025_searched_words")]

    operations = [
        migrations.AddField(model_name="ledgercheck", name="mailed_to", field=models.JSONField(default=list)),
    ]
