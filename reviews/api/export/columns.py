"""A verdict as the cells of a table."""

COLUMNS = (
    "id",
    "claim_id",
    "claim_text",
    "article_id",
    "article_title",
    "article_url",
    "article_published_on",
    "rating",
    "rationale",
    "round",
    "supersedes",
    "superseded_by",
    "stands",
    "endangered",
    "published_at",
    "ledger_seq",
    "ledger_hash",
    "judged_by",
    "signed_off_by",
    "rules_version",
    "coverage_settled",
    "coverage_total",
    "withdrawn_at",
)
#: Of the table of citations, which a workbook has beside the verdicts.
CITATION_COLUMNS = (
    "verdict_id",
    "citation_id",
    "stance",
    "quote",
    "start",
    "end",
    "health",
    "source_id",
    "source_title",
    "source_publisher",
    "source_url",
    "source_grade",
    "snapshot_id",
    "snapshot_sha256",
    "captured_at",
)


def cells(row: dict) -> tuple:
    """Return what stands under COLUMNS."""
    claim, article = row["claim"], row["claim"]["article"]
    coverage = row["coverage"] or {"settled": None, "total": None}
    return (
        row["id"],
        claim["id"],
        claim["text"],
        article["id"],
        article["title"],
        article["url"],
        article["published_on"],
        row["rating"],
        row["rationale"],
        row["round"],
        row["supersedes"],
        row["superseded_by"],
        row["stands"],
        row["endangered"],
        row["published_at"],
        row["ledger"]["seq"],
        row["ledger"]["hash"],
        ", ".join(row["judged_by"]),
        row["signed_off_by"],
        row["rules_version"],
        coverage["settled"],
        coverage["total"],
        row["withdrawn_at"],
    )


def citation_cells(verdict: int, citation: dict) -> tuple:
    """Return what stands under CITATION_COLUMNS."""
    source, snapshot = citation["source"], citation["snapshot"]
    return (
        verdict,
        citation["id"],
        citation["stance"],
        citation["quote"],
        citation["start"],
        citation["end"],
        citation["health"],
        source["id"],
        source["title"],
        source["publisher"],
        source["url"],
        source["grade"],
        snapshot["id"],
        snapshot["sha256"],
        snapshot["captured_at"],
    )
