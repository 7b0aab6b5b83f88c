"""Where the conversion between the scripts had to guess, for an editor who wants to decide."""

from sitegen.auditor.audit import Finding, audit
from sitegen.auditor.contexts import Occurrence

__all__ = ["Finding", "Occurrence", "audit"]
