"""Step 4: files → disk."""

from sitegen.writer.folder import TOLERATED, check_folder
from sitegen.writer.folder import read_list as published_files
from sitegen.writer.manifest import Listed, amended, digest_of_file, digests_in, lines_of, manifest_of
from sitegen.writer.publish import Published, publish
from sitegen.writer.releases import Release, differing, live, publish_release, releases_folder, roll_back
from sitegen.writer.replace import replace_file
from sitegen.writer.stage import STAGE, Stage, Staged

__all__ = [
    "STAGE",
    "TOLERATED",
    "Listed",
    "Published",
    "Release",
    "Stage",
    "Staged",
    "amended",
    "check_folder",
    "differing",
    "digest_of_file",
    "digests_in",
    "lines_of",
    "live",
    "manifest_of",
    "publish",
    "publish_release",
    "published_files",
    "releases_folder",
    "replace_file",
    "roll_back",
]
