"""Who did what to which row, and which state of it they had before them."""
