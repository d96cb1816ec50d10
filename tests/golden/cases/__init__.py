"""Cases of our own, made from templates, vocabularies and seeds: the same ones every time."""
