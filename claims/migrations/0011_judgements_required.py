"""How many judgements an article's claims take has another name in the program; the column keeps the one that it had.

Nothing changes in the database: the constraint is the same, by the name of the field as it is now.
"""

import django.core.validators
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("claims", "0010_names_for_people")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint("Article", "claims_article_one_or_two_readers"),
                migrations.AlterField(
                    "Article",
                    "readers",
                    models.PositiveSmallIntegerField(
                        db_column="readers",
                        default=1,
                        help_text="2 asks for two judgements, each given without seeing the other.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(2),
                        ],
                        verbose_name="judgements per claim",
                    ),
                ),
                migrations.RenameField("Article", "readers", "judgements_required"),
                migrations.AddConstraint(
                    "Article",
                    models.CheckConstraint(
                        condition=Q(judgements_required__in=[1, 2]), name="claims_article_one_or_two_readers"
                    ),
                ),
            ]
        )
    ]
