"""What the rows of the admin and their fields are called."""

import django.db.models.deletion
import reviews.workflow
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0010_facts_of_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="delivery",
            options={"verbose_name": "delivery", "verbose_name_plural": "deliveries"},
        ),
        migrations.AlterModelOptions(
            name="verdict",
            options={"verbose_name": "verdict", "verbose_name_plural": "verdicts"},
        ),
        migrations.AlterField(
            model_name="ledgerentry",
            name="seq",
            field=models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="seq"),
        ),
        migrations.AlterField(
            model_name="recheck",
            name="requested_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="requested by",
            ),
        ),
        migrations.AlterField(
            model_name="review",
            name="rating",
            field=models.CharField(
                blank=True,
                choices=[("verified", "Verified"), ("disputed", "Disputed"), ("wrong", "Wrong")],
                max_length=8,
                verbose_name="rating",
            ),
        ),
        migrations.AlterField(
            model_name="review",
            name="reason",
            field=models.CharField(
                choices=[
                    ("first", "first round"),
                    ("endangered", "a source of the verdict changed"),
                    ("requested", "another round was asked for"),
                ],
                default="first",
                max_length=10,
                verbose_name="reason",
            ),
        ),
        migrations.AlterField(
            model_name="review",
            name="status",
            field=models.CharField(
                choices=[
                    ("QUEUED", "Unjudged"),
                    ("IN_REVIEW", "In review"),
                    ("ADJUDICATION", "Judges disagree"),
                    ("IN_APPROVAL", "Waiting for sign-off"),
                    ("PUBLISHED", "Published"),
                    ("ABANDONED", "Abandoned"),
                ],
                default=reviews.workflow.Status["QUEUED"],
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="published_at",
            field=models.DateTimeField(verbose_name="published at"),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="rating",
            field=models.CharField(
                choices=[("verified", "Verified"), ("disputed", "Disputed"), ("wrong", "Wrong")],
                max_length=8,
                verbose_name="rating",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="rationale",
            field=models.TextField(verbose_name="rationale"),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="review",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verdict",
                to="reviews.review",
                verbose_name="review",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="signed_off_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="signed off by",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="reviews.verdict",
                verbose_name="supersedes",
            ),
        ),
    ]
