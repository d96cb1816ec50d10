"""What every page shares: parameters, parts, language, refusals for waiting too long."""
