"""When a person last worked on a claim has another name in the program; the column keeps the one that it had.

Nothing changes in the database: the constraint is the same, by the name of the field as it is now.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_judgements_required")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint("Claim", "claims_claim_touched_is_not_withdrawn"),
                migrations.AlterField(
                    "Claim",
                    "touched_at",
                    models.DateTimeField(blank=True, db_column="touched_at", null=True, verbose_name="touched at"),
                ),
                migrations.RenameField("Claim", "touched_at", "worked_on_at"),
                migrations.AddConstraint(
                    "Claim",
                    models.CheckConstraint(
                        condition=Q(worked_on_at=None) | Q(withdrawn_at=None),
                        name="claims_claim_touched_is_not_withdrawn",
                    ),
                ),
            ]
        )
    ]
