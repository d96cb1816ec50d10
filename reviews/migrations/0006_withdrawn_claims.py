"""A withdrawn claim needs no round, and one that an editor closed the round of was worked on."""

from django.db import migrations

NOTE_ON_DESK = """
DROP TRIGGER reviews_claim_on_the_desk ON claims_claim;
CREATE TRIGGER reviews_claim_on_the_desk AFTER INSERT OR UPDATE OF check_worthy, dismissed_at, withdrawn_at
    ON claims_claim FOR EACH ROW
    WHEN (NEW.check_worthy AND NEW.dismissed_at IS NULL AND NEW.withdrawn_at IS NULL)
    EXECUTE FUNCTION reviews_note_missing_round();
"""

NOTE_AS_BEFORE = """
DROP TRIGGER reviews_claim_on_the_desk ON claims_claim;
CREATE TRIGGER reviews_claim_on_the_desk AFTER INSERT OR UPDATE OF check_worthy, dismissed_at ON claims_claim
    FOR EACH ROW WHEN (NEW.check_worthy AND NEW.dismissed_at IS NULL) EXECUTE FUNCTION reviews_note_missing_round();
"""

NOTE_TOUCHED = """
UPDATE claims_claim SET touched_at = created_at
WHERE touched_at IS NULL AND id IN (
    SELECT review.claim_id FROM reviews_review review JOIN reviews_reviewevent event ON event.review_id = review.id
    WHERE event.actor_id IS NOT NULL
);
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_resplitting_and_values"), ("reviews", "0005_the_desk_and_who_is_told")]
    operations = [
        migrations.RunSQL(NOTE_ON_DESK, NOTE_AS_BEFORE),
        migrations.RunSQL(NOTE_TOUCHED, migrations.RunSQL.noop),
    ]
