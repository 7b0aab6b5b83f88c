"""A page → the text of its file, by its template. Jinja2 lives here."""

from sitegen.renderer.templates.assets import Assets
from sitegen.renderer.templates.closures import closures
from sitegen.renderer.templates.environment import Templates

__all__ = ["Assets", "Templates", "closures"]
