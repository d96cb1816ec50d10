"""Verdicts in the words of the web: schema.org's ClaimReview, and W3C's Web Annotation."""

from reviews.linked_data.annotations import annotation
from reviews.linked_data.claim_reviews import claim_review
from reviews.linked_data.publisher import Publisher

__all__ = ["Publisher", "annotation", "claim_review"]
