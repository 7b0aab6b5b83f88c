"""Look for mistakes in the content, and in the built site as a visitor meets it."""

from sitegen.checker.built import check_site
from sitegen.checker.checking import Result, check, fix
from sitegen.checker.findings import Finding, in_order, of_error
from sitegen.checker.manifest import check_manifest

__all__ = ["Finding", "Result", "check", "check_manifest", "check_site", "fix", "in_order", "of_error"]
