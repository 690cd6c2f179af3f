"""A fork's edition: what it wishes, how that is done, what a newer guide means for it."""
