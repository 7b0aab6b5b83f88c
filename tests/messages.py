"""Every sentence that the program can say, and the catalogue that holds them in Chinese.

`python -m tests.messages` brings the catalogue up to date, and compiles it.
"""

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sitegen.chinese import convert
from sitegen.cli import commands
from sitegen.cli.speaking import HELP, Command, is_example, paragraphs, remarks
from sitegen.model import Script
from sitegen.translation import LOCALE

ROOT = Path(__file__).parent.parent
PO = LOCALE / "zh" / "LC_MESSAGES" / "sitegen.po"
MO = PO.with_suffix(".mo")
TRADITIONAL = LOCALE / "zh_Hant" / "LC_MESSAGES" / "sitegen.mo"
GUESSED = "干、里、面、发"
"""Characters that `audit` gives as examples of what has to be converted, so they are not."""

HEADER = """\
# Chinese translations for sitegen.
# The program and its translations are under the MIT licence.
#"""

THEN = datetime(2026, 1, 1, tzinfo=UTC)
"""In place of the time it was written at, so that the same sentences make the same file."""

Sentence = str | tuple[str, str]
"""A sentence, or the two for one and for any other number."""

CALLS = {"message": 1, "counted": 2}
"""What makes a message, and how many sentences it takes."""

CLICK: tuple[Sentence, ...] = (
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "Commands",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Choose from:\n\t{choices}",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "default: {default}",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is not readable.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
)
"""What an editor may be told by click itself."""

ALWAYS = (", ", HELP)
"""What is said without a call: what stands between the things of a list, and how `--help` describes itself."""


def sentences() -> dict[Sentence, list[tuple[str, int]]]:
    """Every sentence with the places it is said at."""
    found: dict[Sentence, list[tuple[str, int]]] = {each: [] for each in ALWAYS}
    for sentence, file, line in (*of_calls(), *of_help(), *((each, "click", 0) for each in CLICK)):
        found.setdefault(sentence, []).append((file, line))
    return found


def of_calls() -> Iterator[tuple[Sentence, str, int]]:
    """The sentences of messages, by the syntax of the source."""
    for file in sorted((ROOT / "sitegen").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                words = [
                    each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
                ]
                if len(words) == CALLS[node.func.id]:
                    sentence = words[0] if len(words) == 1 else (words[0], words[1])
                    yield sentence, file.relative_to(ROOT).as_posix(), node.lineno


def of_help() -> Iterator[tuple[Sentence, str, int]]:
    """The paragraphs and options of the pages of help that are translated."""
    for command in (commands, *commands.commands.values()):
        if isinstance(command, Command):
            options = [each.help for each in command.params if isinstance(each, click.Option)]
            for text in (*spoken(command.help), *options):
                if text:
                    yield text, f"help-of-{command.name}", 0


def spoken(text: str | None) -> Iterator[str]:
    """The paragraphs of a page of help, of an example only what is said beside the commands."""
    for paragraph in paragraphs(text):
        yield from remarks(paragraph) if is_example(paragraph) else [paragraph]


def in_click() -> set[Sentence]:
    """What the installed click can say at all."""
    keywords = {"_": None, "ngettext": (1, 2)}
    found = extract_from_dir(Path(click.__file__).parent, [("**.py", "python")], keywords=keywords)
    return {sentence if isinstance(sentence, str) else (sentence[0], sentence[1]) for _, _, sentence, *_ in found}


def catalogue() -> Catalog:
    """The catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def compiled(kept: Catalog) -> bytes:
    """A catalogue as it is read at run time."""
    out = io.BytesIO()
    write_mo(out, kept)
    return out.getvalue()


def traditional(kept: Catalog) -> Catalog:
    """The catalogue in the characters of Taiwan; its words stay those of the mainland."""
    made = Catalog(locale="zh_Hant", project="sitegen", version="-", creation_date=THEN, revision_date=THEN)
    for entry in kept:
        if entry.id:
            forms = [entry.string] if isinstance(entry.string, str) else [*(entry.string or ())]
            shown = tuple(map(_traditional, forms))
            made.add(entry.id, shown[0] if isinstance(entry.id, str) else shown)
    return made


def _traditional(sentence: str) -> str:
    return convert(sentence, Script.HANS, Script.HANT).replace(convert(GUESSED, Script.HANS, Script.HANT), GUESSED)


def up_to_date() -> Catalog:
    """The catalogue with every sentence, in the order of their letters; what has no translation yet has none."""
    kept = {_ids(each): each.string for each in catalogue() if each.id} if PO.exists() else {}
    fresh = Catalog(
        locale="zh",
        project="sitegen",
        version="-",
        header_comment=HEADER,
        fuzzy=False,
        creation_date=THEN,
        revision_date=THEN,
    )
    for sentence, places in sorted(sentences().items(), key=lambda pair: str(pair[0])):
        files = sorted({(file, 0) for file, _ in places})
        fresh.add(sentence, kept.get(_ids(sentence), ""), locations=files)
    return fresh


def _ids(message: Message | Sentence) -> str:
    ids = message.id if isinstance(message, Message) else message
    return ids if isinstance(ids, str) else ids[0]


def main() -> None:
    """Write the catalogue and what is compiled of it."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    fresh = up_to_date()
    with PO.open("wb") as file:
        write_po(file, fresh, width=120)
    MO.write_bytes(compiled(catalogue()))
    TRADITIONAL.parent.mkdir(parents=True, exist_ok=True)
    TRADITIONAL.write_bytes(compiled(traditional(catalogue())))
    missing = [_ids(each) for each in catalogue() if each.id and not "".join(each.string or ())]
    print(f"{len(fresh)} sentences, {len(missing)} without a translation")  # noqa: T201  # its job
    for each in missing:
        print(f"  {each!r}")  # noqa: T201


if __name__ == "__main__":
    main()
