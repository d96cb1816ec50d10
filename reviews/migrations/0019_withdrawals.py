"""Verdicts that an editor took back."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GUARD = """
CREATE TRIGGER reviews_withdrawal_immutable BEFORE UPDATE OR DELETE ON reviews_withdrawal
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_withdrawal_no_truncate BEFORE TRUNCATE ON reviews_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
"""

UNGUARD = """
DROP TRIGGER reviews_withdrawal_no_truncate ON reviews_withdrawal;
DROP TRIGGER reviews_withdrawal_immutable ON reviews_withdrawal;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0018_webhooks"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
                (
                    "verdict",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawal",
                        to="reviews.verdict",
                        verbose_name="verdict",
                    ),
                ),
            ],
            options={
                "verbose_name": "withdrawal",
                "verbose_name_plural": "withdrawals",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="reviews_withdrawal_has_reason"
                    )
                ],
            },
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
