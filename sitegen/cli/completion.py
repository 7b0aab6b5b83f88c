"""The command that lets a shell complete the others."""

import click
from click.shell_completion import get_completion_class

from sitegen.cli.speaking import Command

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "sitegen"
VARIABLE = "_SITEGEN_COMPLETE"
"""What click asks in the environment whether a shell wants something completed."""


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(*, shell: str) -> int:
    """Print what lets a shell complete commands, options and the names of series.

    \b
    sitegen completion bash >> ~/.bashrc
    sitegen completion zsh >> ~/.zshrc
    sitegen completion fish > ~/.config/fish/completions/sitegen.fish

    It works in shells that are opened from then on; bash has to be 4.4 or newer.
    """
    kind = get_completion_class(shell)
    if kind:
        click.echo(kind(click.Command(PROGRAM), {}, PROGRAM, VARIABLE).source())
    return 0
