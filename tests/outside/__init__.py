"""Have a built site read by programs that are not ours: a folder → what each of them read, and what it found wrong."""
