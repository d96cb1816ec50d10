"""Claims without a round are noted as they come to the desk, and the desk's views have indexes."""

import django.db.models.deletion
from django.db import migrations, models

NOTE = """
CREATE FUNCTION reviews_note_missing_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reviews_missinground (claim_id)
    SELECT NEW.id WHERE NOT EXISTS (SELECT FROM reviews_review WHERE claim_id = NEW.id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER reviews_claim_on_the_desk AFTER INSERT OR UPDATE OF check_worthy, dismissed_at ON claims_claim
    FOR EACH ROW WHEN (NEW.check_worthy AND NEW.dismissed_at IS NULL) EXECUTE FUNCTION reviews_note_missing_round();

CREATE FUNCTION reviews_strike_missing_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM reviews_missinground WHERE claim_id = NEW.claim_id;
    RETURN NULL;
END $$;
CREATE TRIGGER reviews_review_is_there AFTER INSERT ON reviews_review
    FOR EACH ROW EXECUTE FUNCTION reviews_strike_missing_round();

INSERT INTO reviews_missinground (claim_id)
SELECT id FROM claims_claim WHERE check_worthy AND dismissed_at IS NULL
    AND NOT EXISTS (SELECT FROM reviews_review WHERE claim_id = claims_claim.id);
"""

FORGET = """
DROP TRIGGER reviews_review_is_there ON reviews_review;
DROP FUNCTION reviews_strike_missing_round();
DROP TRIGGER reviews_claim_on_the_desk ON claims_claim;
DROP FUNCTION reviews_note_missing_round();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_by_hand"), ("reviews", "0003_what_was_seen_stays")]
    operations = [
        migrations.CreateModel(
            name="MissingRound",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["status", "-claim"], name="reviews_review_desk"),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(("status__in", ["QUEUED", "IN_REVIEW"])),
                fields=["-claim"],
                name="reviews_review_unjudged",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(
                    ("reason", "endangered"),
                    ("status__in", ("QUEUED", "IN_REVIEW", "ADJUDICATION", "IN_APPROVAL")),
                ),
                fields=["-claim"],
                name="reviews_review_endangered",
            ),
        ),
        migrations.RunSQL(NOTE, FORGET),
    ]
