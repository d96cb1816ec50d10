"""The log of webhooks by its days, so that what is old is found without reading all of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0019_withdrawals")]
    operations = [
        migrations.AddIndex(
            model_name="webhookattempt",
            index=models.Index(fields=["at"], name="reviews_webhookattempt_at"),
        )
    ]
