import pytest

from sitegen.errors import (
    ContentError,
    FieldError,
    OutputError,
    Place,
    PlanError,
    SitegenError,
    TemplateError,
    Warn,
    leaves,
    raise_all,
)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("site.yaml"), "site.yaml"),
        (Place("content/articles/春.md", 3), "content/articles/春.md:3"),
        (Place("site.yaml", 1), "site.yaml:1"),
    ],
)
def test_a_place_is_shown_as_editors_understand_it(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_a_place_without_a_line_comes_before_the_lines_of_its_file() -> None:
    places = [Place("b", 1), Place("a", 10), Place("a", 9), Place("a")]

    in_order = sorted(places, key=lambda place: place.order)

    assert in_order == [Place("a"), Place("a", 9), Place("a", 10), Place("b", 1)]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SitegenError("坏了"), "坏了"),
        (SitegenError("坏了", hint="修一修"), "坏了\n  hint: 修一修"),
        (SitegenError("坏了", place=Place("a.md", 3)), "a.md:3: 坏了"),
        (SitegenError("坏了", place=Place("a.md"), hint="修一修"), "a.md: 坏了\n  hint: 修一修"),
    ],
)
def test_a_problem_says_where_what_and_what_to_do(error: SitegenError, told: str) -> None:
    assert str(error) == told


def test_a_problem_keeps_its_parts() -> None:
    error = PlanError("坏了", place=Place("a.md", 3), hint="修一修")

    assert (error.problem, error.place, error.hint) == ("坏了", Place("a.md", 3), "修一修")
    assert error.args == ("坏了",)


@pytest.mark.parametrize("kind", [FieldError, ContentError, PlanError, TemplateError, OutputError])
def test_every_kind_of_problem_is_one_of_sitegen(kind: type[SitegenError]) -> None:
    with pytest.raises(SitegenError, match=r"^坏了$"):
        raise kind("坏了")


def test_a_warning_is_told_with_its_code() -> None:
    warning = Warn(code="unread", problem="没有人读它", place=Place("a.doc"), hint="删去")

    assert str(warning) == "a.doc: warning[unread]: 没有人读它\n  hint: 删去"


def test_a_warning_without_a_place_is_told_alone() -> None:
    assert str(Warn(code="empty", problem="什么也没有")) == "warning[empty]: 什么也没有"


def test_a_warning_becomes_a_problem_that_reads_the_same() -> None:
    warning = Warn(code="unread", problem="没有人读它", place=Place("a.doc", 2), hint="删去")

    error = warning.as_error()

    assert isinstance(error, ContentError)
    assert str(error) == str(warning)
    assert error.place == Place("a.doc", 2)


def test_no_problem_raises_nothing() -> None:
    raise_all([])


def test_all_problems_are_raised_in_order_of_place_and_then_of_words() -> None:
    problems = [
        FieldError("乙", place=Place("b.md", 1)),
        FieldError("b", place=Place("a.md", 10)),
        FieldError("a", place=Place("a.md", 10)),
        ContentError("先", place=Place("a.md", 9)),
        PlanError("全站"),
    ]

    with pytest.raises(ExceptionGroup) as raised:
        raise_all(problems)

    assert [str(each) for each in raised.value.exceptions] == [
        "全站",
        "a.md:9: 先",
        "a.md:10: a",
        "a.md:10: b",
        "b.md:1: 乙",
    ]


def test_one_problem_is_raised_in_a_group_too() -> None:
    problem = ContentError("坏了")

    with pytest.raises(ExceptionGroup) as raised:
        raise_all([problem])

    assert raised.value.exceptions == (problem,)


def test_the_leaves_of_a_single_error_are_itself() -> None:
    error = ContentError("坏了")

    assert list(leaves(error)) == [error]


def test_the_leaves_of_groups_in_groups_are_the_single_errors() -> None:
    first, second, third = ContentError("一"), ValueError("二"), KeyboardInterrupt()
    group = BaseExceptionGroup("外", [ExceptionGroup("内", [first, ExceptionGroup("再内", [second])]), third])

    assert list(leaves(group)) == [first, second, third]
