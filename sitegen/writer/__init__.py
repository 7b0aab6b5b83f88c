"""Step 4: files → disk."""

from sitegen.writer.folder import check_folder
from sitegen.writer.folder import read_list as published_files
from sitegen.writer.publish import Published, publish
from sitegen.writer.stage import STAGE, Stage, Staged

__all__ = ["STAGE", "Published", "Stage", "Staged", "check_folder", "publish", "published_files"]
