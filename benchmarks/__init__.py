"""What the program costs, measured on demand: never in a test."""

import os
import sys

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # programs are measured as they run on machines of users, compiled once
sys.dont_write_bytecode = False
