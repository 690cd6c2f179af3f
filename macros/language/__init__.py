"""Interface words, a file a language."""
