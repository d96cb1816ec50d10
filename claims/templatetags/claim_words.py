"""What is stored with a claim or an article in English, shown in the reader's language."""

from django import template

from claims.labels import dimension_in_words, dismissal_in_words, split_notice_in_words, warning_in_words

register = template.Library()

register.filter("dimension", dimension_in_words)
register.filter("warning", warning_in_words)
register.filter("dismissal", dismissal_in_words)
register.filter("split_notice", split_notice_in_words)
