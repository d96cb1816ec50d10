"""What becomes of verdicts as a list of its own, how much of an article was settled, and names behind hashes."""

import django.db.models.deletion
from django.db import migrations, models

KINDS = [
    ("new", "first verdict"),
    ("endangered", "in doubt"),
    ("reaffirmed", "reaffirmed"),
    ("reversed", "reversed"),
    ("withdrawn", "withdrawn"),
]

#: What happened before the list was kept, as far as the rows tell it.
FILL = """
INSERT INTO reviews_verdictchange (kind, claim_id, verdict_id, previous_id, reason, at)
SELECT CASE WHEN verdict.supersedes_id IS NULL THEN 'new'
            WHEN verdict.rating = before.rating THEN 'reaffirmed' ELSE 'reversed' END,
       verdict.claim_id, verdict.id, verdict.supersedes_id, '', verdict.published_at
FROM reviews_verdict verdict LEFT JOIN reviews_verdict before ON before.id = verdict.supersedes_id
ORDER BY verdict.id;
INSERT INTO reviews_verdictchange (kind, claim_id, verdict_id, reason, at)
SELECT 'endangered', verdict.claim_id, verdict.id, review.note, review.opened_at
FROM reviews_review review JOIN reviews_verdict verdict ON verdict.claim_id = review.claim_id
WHERE review.reason = 'endangered' AND review.status NOT IN ('PUBLISHED', 'ABANDONED')
      AND NOT EXISTS (SELECT 1 FROM reviews_verdict later WHERE later.supersedes_id = verdict.id)
ORDER BY review.opened_at, review.id;
"""

GUARD = """
CREATE TRIGGER reviews_verdictchange_immutable BEFORE UPDATE OR DELETE ON reviews_verdictchange
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_verdictchange_no_truncate BEFORE TRUNCATE ON reviews_verdictchange
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
"""

UNGUARD = """
DROP TRIGGER reviews_verdictchange_no_truncate ON reviews_verdictchange;
DROP TRIGGER reviews_verdictchange_immutable ON reviews_verdictchange;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("reviews", "0016_disagreement")]
    operations = [
        migrations.AddField(
            model_name="verdict",
            name="marks_total",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="verdict",
            name="marks_settled",
            field=models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="salt",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=32),
        ),
        migrations.CreateModel(
            name="VerdictChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=10, verbose_name="kind")),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.verdict",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.verdict",
                        verbose_name="verdict",
                    ),
                ),
            ],
            options={"verbose_name": "change of a verdict", "verbose_name_plural": "changes of verdicts"},
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
