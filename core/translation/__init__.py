"""Messages that keep their template and values apart, and how a page says them in its reader's language."""
