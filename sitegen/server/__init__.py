"""Show the site while it is being written."""

from sitegen.server.preview import Address, Ears, listen, serve
from sitegen.server.watch import watched

__all__ = ["Address", "Ears", "listen", "serve", "watched"]
