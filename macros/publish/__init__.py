"""What a finished site gets besides its pages: joined scripts, worker, policy, feed, checks."""
