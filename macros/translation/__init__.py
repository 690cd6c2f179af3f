"""A guide in other languages than its own: what is translated, what is stale, what falls back."""
