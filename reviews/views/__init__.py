"""The analysts' pages, a module per page; reviews/urls.py lists them all."""

#: How many rows of a list are on one page.
PAGE = 50
