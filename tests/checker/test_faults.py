"""What the parsers say of a page or a feed is told in both languages; what they say besides stays as it is."""

from sitegen.checker.faults import fault


def test_a_fault_that_nobody_has_translated_is_told_as_it_is() -> None:
    assert fault("something new is wrong") == "something new is wrong"
