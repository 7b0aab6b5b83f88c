"""Show the site while it is being written."""

from sitegen.server.preview import Address, listen, serve
from sitegen.server.watch import watched

__all__ = ["Address", "listen", "serve", "watched"]
