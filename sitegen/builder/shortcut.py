"""Know that there is nothing to do from what the disk tells, without planning anything."""

from pathlib import Path

from msgspec import DecodeError, json

from sitegen.builder.inputs import Inputs
from sitegen.builder.known import known_sizes, output_key, spoiled
from sitegen.builder.options import Options
from sitegen.builder.report import Report
from sitegen.cache import Record

NANOSECONDS = 1_000_000_000


def nothing_changed(record: Record, inputs: Inputs, output: Path, options: Options) -> Report | None:
    """Report on the last build again, where this one would make the same files and they are all there."""
    key = output_key(output, inputs.site)
    noted = record.fact(f"last {key}")
    if noted is None:
        return None
    try:
        signature, made_at, report = json.decode(noted, type=tuple[str, int, Report])
    except DecodeError:
        return None
    if signature != _signature(inputs, options) or not _is_valid(made_at, inputs.scanned, report, options):
        return None
    sizes = known_sizes(record, key, output)
    return None if not sizes or any(spoiled(str(output), sizes.items())) else report


def remember(record: Record, inputs: Inputs, output: Path, options: Options, report: Report) -> None:
    """Note what the site looked like when it was built, if every change after that would show."""
    if options.dry_run or not inputs.all_settled:
        return
    again = Report(
        pages=report.pages,
        unchanged=report.unchanged + len(report.written),
        left_out=report.left_out,
        warnings=report.warnings,
        valid_until=report.valid_until,
    )
    with record.changes() as changes:
        key = f"last {output_key(output, inputs.site)}"
        changes.note(key, json.encode((_signature(inputs, options), inputs.scanned, again)))


def _signature(inputs: Inputs, options: Options) -> str:
    return inputs.signature.hex() + json.encode((options.shown, options.strict, options.is_noted)).decode()


def _is_valid(made_at: int, now: int, report: Report, options: Options) -> bool:
    if options.clock:
        return True
    return made_at <= now and (report.valid_until is None or now < report.valid_until.timestamp() * NANOSECONDS)
