"""What the program costs, measured on demand: never in a test."""
