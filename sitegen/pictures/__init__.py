"""What the steps know of pictures: their shape, their metadata, smaller copies. Pillow is imported where one is opened."""

from sitegen.messages import Message


class Unreadable(Exception):  # noqa: N818  # it says what the picture is
    """Why some bytes are no picture that can be shown."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why
