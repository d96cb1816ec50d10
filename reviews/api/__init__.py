"""What programs read of articles, claims and verdicts, and the exports."""
