"""What the last build made, and from what: a file beside the content that may be deleted at any time."""

from sitegen.cache.developed import Developed
from sitegen.cache.fingerprint import Fingerprints, digest_of, shown_digest
from sitegen.cache.lock import held
from sitegen.cache.record import Known, PageRow, Record, blank_record, open_record

__all__ = [
    "Developed",
    "Fingerprints",
    "Known",
    "PageRow",
    "Record",
    "blank_record",
    "digest_of",
    "held",
    "open_record",
    "shown_digest",
]
