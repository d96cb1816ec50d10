"""Verdicts and the ledger only grow, and no verdict is published without a citation."""

from django.db import migrations

GUARD = """
CREATE TRIGGER reviews_verdict_immutable BEFORE UPDATE OR DELETE ON reviews_verdict
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_verdict_no_truncate BEFORE TRUNCATE ON reviews_verdict
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_verdictcitation_immutable BEFORE UPDATE OR DELETE ON reviews_verdictcitation
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_verdictcitation_no_truncate BEFORE TRUNCATE ON reviews_verdictcitation
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_ledgerentry_immutable BEFORE UPDATE OR DELETE ON reviews_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_ledgerentry_no_truncate BEFORE TRUNCATE ON reviews_ledgerentry
    FOR EACH STATEMENT EXECUTE FUNCTION plumbline_refuse();
CREATE TRIGGER reviews_recheckresult_immutable BEFORE UPDATE OR DELETE ON reviews_recheckresult
    FOR EACH ROW EXECUTE FUNCTION plumbline_refuse();

CREATE FUNCTION reviews_check_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM reviews_verdictcitation vc JOIN claims_citation c ON c.id = vc.citation_id
        WHERE vc.verdict_id = NEW.id AND c.claim_id = NEW.claim_id
    ) THEN
        RAISE EXCEPTION 'a verdict needs a citation on its claim' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
-- At commit, because a verdict's citations can only be written after the verdict itself.
CREATE CONSTRAINT TRIGGER reviews_verdict_has_citation AFTER INSERT ON reviews_verdict
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reviews_check_verdict();

CREATE FUNCTION reviews_check_finished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a finished round never reopens' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER reviews_review_finished BEFORE UPDATE OR DELETE ON reviews_review
    FOR EACH ROW WHEN (OLD.status IN ('PUBLISHED', 'ABANDONED')) EXECUTE FUNCTION reviews_check_finished();
"""

UNGUARD = """
DROP TRIGGER reviews_review_finished ON reviews_review;
DROP FUNCTION reviews_check_finished();
DROP TRIGGER reviews_verdict_has_citation ON reviews_verdict;
DROP FUNCTION reviews_check_verdict();
DROP TRIGGER reviews_recheckresult_immutable ON reviews_recheckresult;
DROP TRIGGER reviews_ledgerentry_no_truncate ON reviews_ledgerentry;
DROP TRIGGER reviews_ledgerentry_immutable ON reviews_ledgerentry;
DROP TRIGGER reviews_verdictcitation_no_truncate ON reviews_verdictcitation;
DROP TRIGGER reviews_verdictcitation_immutable ON reviews_verdictcitation;
DROP TRIGGER reviews_verdict_no_truncate ON reviews_verdict;
DROP TRIGGER reviews_verdict_immutable ON reviews_verdict;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial"), ("sources", "0002_immutable")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
