"""What browsers hear."""

import asyncio
import json

from sitegen.server.events import Events


def test_a_browser_hears_first_which_edition_stands_and_then_of_each_other_one() -> None:
    async def listen() -> list[str]:
        events = Events()
        stream = events.hear()
        heard = [await anext(stream)]
        events.tell({"lead": "/新/"})
        heard.append(await anext(stream))
        events.close()
        return [*heard, *[each async for each in stream]]

    first, second = asyncio.run(listen())

    assert first.startswith("event: edition\n")
    data = [json.loads(each.partition("data: ")[2]) for each in (first, second)]
    run, number = data[0]["edition"].split("-")
    assert data == [{"edition": f"{run}-{number}"}, {"edition": f"{run}-{int(number) + 1}", "lead": "/新/"}]
    assert first.endswith("\n\n")


def test_another_run_has_editions_of_other_names() -> None:
    assert Events().edition != Events().edition
