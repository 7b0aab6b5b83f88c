"""Step 4: files → disk."""

from sitegen.writer.folder import check_folder
from sitegen.writer.publish import Published, publish

__all__ = ["Published", "check_folder", "publish"]
