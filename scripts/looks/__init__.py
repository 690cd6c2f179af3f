"""What pages look like: the scenes that are looked at, and what differs between two sites."""
