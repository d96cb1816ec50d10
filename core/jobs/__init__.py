"""Rows that wait for a worker, and how a worker hears of them."""
