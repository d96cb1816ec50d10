"""Who "it", "its", "they", "the company" and "my country" are: names by salience, over the sentences of an article."""

from claims.language.countries import home_country
from claims.language.reference.discourse import Discourse
from claims.language.reference.referent import Referent

__all__ = ["Discourse", "Referent", "home_country"]
