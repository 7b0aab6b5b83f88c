"""Workers on other machines: the only module that knows Dask."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from sitegen.errors import PackageError, SitegenError
from sitegen.messages import message


@contextmanager
def executor_at(scheduler: str) -> Iterator[Executor]:
    """Work on the Dask cluster of a scheduler while the body runs; its workers see the site at the same path."""
    try:
        from distributed import Client
    except ImportError as error:
        raise PackageError(message("Dask is not installed"), hint=message("pip install distributed")) from error
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]  # ships no types
    except (OSError, ValueError) as error:
        hint = message("start it with `dask scheduler`, and workers with `dask worker ADDRESS`")
        raise SitegenError(message("there is no scheduler at {scheduler}", scheduler=scheduler), hint=hint) from error
    with client:
        yield client.get_executor(pure=False, retries=0)  # type: ignore[no-untyped-call]  # ships no types
