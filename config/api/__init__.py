"""What every address under /api/v1/ shares: signing in, parsing, pages, refusals, and the list of routes."""
