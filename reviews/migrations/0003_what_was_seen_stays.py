"""A decision is on what was seen; published evidence, judgements and moves stay as they were."""

import django.db.models.deletion
from django.db import migrations, models


GUARD = """
-- What a verdict speaks of keeps its words.
CREATE FUNCTION reviews_check_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM reviews_verdict WHERE claim_id = NEW.id) THEN
        RAISE EXCEPTION 'a claim with a verdict keeps its wording and its place' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reviews_claim_wording BEFORE UPDATE OF text, "start", "end", article_id ON claims_claim
    FOR EACH ROW WHEN (OLD.text <> NEW.text OR OLD."start" <> NEW."start" OR OLD."end" <> NEW."end"
                       OR OLD.article_id <> NEW.article_id)
    EXECUTE FUNCTION reviews_check_wording();

-- What a verdict rests on is closed when its ledger entry is written.
CREATE FUNCTION reviews_check_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM reviews_ledgerentry WHERE verdict_id = NEW.verdict_id) THEN
        RAISE EXCEPTION 'a published verdict takes no more citations' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reviews_verdictcitation_closed BEFORE INSERT ON reviews_verdictcitation
    FOR EACH ROW EXECUTE FUNCTION reviews_check_evidence();

-- A judgement may be set aside by a send-back; nothing else of it changes. What happened, happened.
CREATE TRIGGER reviews_judgement_stays BEFORE UPDATE OF review_id, analyst_id, rating, rationale, adjudicates, at
    ON reviews_judgement FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_judgement_kept BEFORE DELETE ON reviews_judgement
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_reviewevent_immutable BEFORE UPDATE OR DELETE ON reviews_reviewevent
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
"""

UNGUARD = """
DROP TRIGGER reviews_reviewevent_immutable ON reviews_reviewevent;
DROP TRIGGER reviews_judgement_kept ON reviews_judgement;
DROP TRIGGER reviews_judgement_stays ON reviews_judgement;
DROP TRIGGER reviews_verdictcitation_closed ON reviews_verdictcitation;
DROP FUNCTION reviews_check_evidence();
DROP TRIGGER reviews_claim_wording ON claims_claim;
DROP FUNCTION reviews_check_wording();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0003_by_hand'),
        ('reviews', '0002_append_only'),
    ]

    operations = [
        migrations.AddField(
            model_name='review',
            name='finding',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.finding'),
        ),
        migrations.AddField(
            model_name='review',
            name='version',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
