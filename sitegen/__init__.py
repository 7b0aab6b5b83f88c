"""Turn a folder of articles into a static site in Simplified and Traditional Chinese."""

__version__ = "0.1.0"
