"""Where sitegen's own templates and static files are."""

from pathlib import Path


def theme(part: str) -> Path:
    """The folder of sitegen's own templates or static files: in the wheel, or in a checkout."""
    package = Path(__file__).parent
    packed = package / "theme" / part
    return packed if packed.is_dir() else package.parent / part
