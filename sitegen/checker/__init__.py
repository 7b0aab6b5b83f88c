"""Read the built site as a visitor does and say what is broken."""

from sitegen.checker.review import reviews
from sitegen.checker.rules import check_site

__all__ = ["check_site", "reviews"]
