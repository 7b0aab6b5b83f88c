"""What the last build made, and from what: a file beside the content that may be deleted at any time."""

from sitegen.cache.changes import GENERATION, Changes
from sitegen.cache.developed import Developed
from sitegen.cache.entries import Entries, EntryDigests, EntryRow, entries_in, entry_digest, open_entries
from sitegen.cache.findings import Findings, FoundRow, open_findings
from sitegen.cache.fingerprint import Fingerprints, digest_of, shown_digest
from sitegen.cache.known import Known, PageRow, Stamped
from sitegen.cache.lock import held
from sitegen.cache.opening import blank_record, open_record, read_record
from sitegen.cache.record import Record
from sitegen.cache.rows import LineDigests, LineRow, Lines, lines_in, open_lines

__all__ = [
    "GENERATION",
    "Changes",
    "Developed",
    "Entries",
    "EntryDigests",
    "EntryRow",
    "Findings",
    "Fingerprints",
    "FoundRow",
    "Known",
    "LineDigests",
    "LineRow",
    "Lines",
    "PageRow",
    "Record",
    "Stamped",
    "blank_record",
    "digest_of",
    "entries_in",
    "entry_digest",
    "held",
    "lines_in",
    "open_entries",
    "open_findings",
    "open_lines",
    "open_record",
    "read_record",
    "shown_digest",
]
