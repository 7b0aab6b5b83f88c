"""The command line: the only part of the program that prints, and the only one that exits."""

import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from sitegen import __version__
from sitegen.cli.audit import audit
from sitegen.cli.build import build
from sitegen.cli.check import check
from sitegen.cli.completion import completion
from sitegen.cli.importing import import_
from sitegen.cli.listing import list_
from sitegen.cli.rollback import rollback
from sitegen.cli.serve import serve
from sitegen.cli.speaking import Group
from sitegen.cli.write import init, new, schema
from sitegen.messages import message
from sitegen.translation import said

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def main() -> NoReturn:
    """Run a command and exit: 0 done, 1 problems, 2 wrong usage, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        sys.exit(commands.main(prog_name="sitegen", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo(said(message("interrupted")), err=True)
        sys.exit(130)


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    """Leave by the way that cleans up."""
    sys.exit(128 + signal.SIGTERM)


@click.group(cls=Group, context_settings=CONTEXT)
@click.version_option(__version__, message="%(prog)s %(version)s", help="Show the version and exit.")
def commands() -> None:
    """Make a website, in Simplified and Traditional Chinese, from a folder of articles.

    \b
    sitegen init my-archive      begin a site
    sitegen new "春耕"            begin an article
    sitegen serve                look at it while you write
    sitegen check                look for mistakes
    sitegen build                publish it into public/

    Each command has a page like this: sitegen build --help. They work in the folder of a site and below it. The exit status
    is 0 when done, 1 when something is wrong with the content or the settings, 2 on wrong usage, 130 when interrupted.
    """


for command in (build, serve, new, list_, import_, check, audit, rollback, schema, completion, init):
    commands.add_command(command)
commands.add_command(serve, "server")


@commands.result_callback()
def finish(status: int) -> NoReturn:
    """Exit with what the command returned."""
    click.get_current_context().exit(status)
