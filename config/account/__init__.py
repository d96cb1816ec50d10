"""What everybody who signs in can do for themselves: password, second factor, keys for programs."""
