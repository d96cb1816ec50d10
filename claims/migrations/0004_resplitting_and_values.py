"""What people worked on is noted on each claim, splitters may withdraw the rest, and stated values are compared."""

import django.db.models.deletion
from django.db import migrations, models

#: What was done before it was noted: worded, dismissed, promoted or cited by a person, or a finding decided on it.
#: Half is where a claim is worth checking by its score; one below it that is on the desk was put there by hand.
NOTE_TOUCHED = """
UPDATE claims_claim SET touched_at = COALESCE(edited_at, dismissed_at, created_at)
WHERE origin = 'HAND' OR edited_at IS NOT NULL OR dismissed_at IS NOT NULL OR (check_worthy AND score < 0.5)
    OR id IN (SELECT claim_id FROM claims_citation)
    OR id IN (SELECT claim_id FROM claims_finding WHERE state IN ('accepted', 'dismissed'));
"""

NAME_OTHER_CLAIM = """
UPDATE claims_finding finding SET other_claim_id = claim.id
FROM claims_claim claim
WHERE finding.citation_id IS NULL AND finding.key = 'claim ' || claim.id;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_by_hand")]
    operations = [
        migrations.AddField("article", "last_resplit", models.JSONField(blank=True, null=True)),
        migrations.AddField("claim", "touched_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("claim", "withdrawn_at", models.DateTimeField(blank=True, null=True)),
        migrations.RemoveIndex("claim", "claims_claim_desk"),
        migrations.AddIndex(
            "claim",
            models.Index(
                condition=models.Q(("check_worthy", True), ("dismissed_at", None), ("withdrawn_at", None)),
                fields=["-id"],
                name="claims_claim_desk",
            ),
        ),
        migrations.AddConstraint(
            "claim",
            models.CheckConstraint(
                condition=models.Q(("touched_at", None), ("withdrawn_at", None), _connector="OR"),
                name="claims_claim_touched_is_not_withdrawn",
            ),
        ),
        migrations.AddField("finding", "lapsed_reason", models.CharField(blank=True, max_length=300)),
        migrations.AlterField(
            "finding",
            "state",
            models.CharField(
                choices=[
                    ("open", "open"),
                    ("accepted", "accepted"),
                    ("dismissed", "dismissed"),
                    ("lapsed", "no longer holds"),
                ],
                default="open",
                max_length=9,
            ),
        ),
        migrations.AddField(
            "finding",
            "other_claim",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.claim",
            ),
        ),
        migrations.CreateModel(
            name="StatedValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="claims.claim"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "statedvalue",
            models.UniqueConstraint(
                models.F("key"),
                models.OrderBy(models.F("claim"), descending=True),
                name="claims_statedvalue_once_per_claim",
            ),
        ),
        migrations.RunSQL(NOTE_TOUCHED, migrations.RunSQL.noop),
        migrations.RunSQL(NAME_OTHER_CLAIM, migrations.RunSQL.noop),
    ]
