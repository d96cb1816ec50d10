"""What readers without an account see of published verdicts, where the settings let them: pages, cards, oEmbed."""
