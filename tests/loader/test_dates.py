from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from sitegen.loader.dates import parse_date
from sitegen.model import Precision, RoughDate
from tests.builders import ZONE, a_date

NO_DATES = """
    明天 今天 2023年春 20230612 230612 06-12 6月12日 23-06-12 0000 0999-01-01 3000-01-01 12023 -2023 ② ٢٠٢٣
    2023- 2023-06- 2023--06 2023-0612 2023-06-12-13 2023-06-123 2023-W24
    2023-06-12T 2023-06-12Z 2023-06-12T08 2023-06-12T08:00+8
"""


def at(*parts: int) -> RoughDate:
    return RoughDate(datetime(*parts, tzinfo=ZONE), Precision.MINUTE)  # type: ignore[arg-type,misc]  # numbers of a date


@pytest.mark.parametrize(
    "written",
    [
        "2023-06-12",
        "2023-6-12",
        "2023/06/12",
        "2023/6/12",
        "2023.6.12",
        "2023年6月12日",
        "2023年06月12日",
        "2023年 6月 12日",
        " 2023-06-12 ",
        "　2023年6月12日　",
        "２０２３－０６－１２",
        "２０２３年６月１２日",
        "２０２３／６／１２",
        "２０２３．６．１２",
    ],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert parse_date(written, ZONE) == a_date(2023, 6, 12)


@pytest.mark.parametrize("written", ["2023-06", "2023-6", "2023/6", "2023.06", "2023年6月", "２０２３年６月"])
def test_a_month_stays_a_month(written: str) -> None:
    assert parse_date(written, ZONE) == a_date(2023, 6)


@pytest.mark.parametrize("written", ["2023", "2023年", "２０２３", " 2023 "])
def test_a_year_stays_a_year(written: str) -> None:
    assert parse_date(written, ZONE) == a_date(2023)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023-06-12 08:00", at(2023, 6, 12, 8)),
        ("2023-06-12 8:05", at(2023, 6, 12, 8, 5)),
        ("2023-06-12T08:00", at(2023, 6, 12, 8)),
        ("2023-06-12 08:00:07", at(2023, 6, 12, 8, 0, 7)),
        ("2023-06-12T08:00:07.123456", at(2023, 6, 12, 8, 0, 7)),
        ("2023/6/12 08:00", at(2023, 6, 12, 8)),
        ("2023年6月12日 08:00", at(2023, 6, 12, 8)),
        ("2023年6月12日08:00", at(2023, 6, 12, 8)),
        ("２０２３年６月１２日　０８：３０", at(2023, 6, 12, 8, 30)),
        ("2023-06-12 00:00", at(2023, 6, 12)),
        ("2023-06-12 23:59:59", at(2023, 6, 12, 23, 59, 59)),
    ],
)
def test_a_time_without_a_zone_is_one_of_the_site(written: str, date: RoughDate) -> None:
    assert parse_date(written, ZONE) == date


@pytest.mark.parametrize("written", ["2023年6月12日 8时30分", "2023年6月12日 8時30分", "2023年6月12日8时30分0秒"])
def test_a_time_may_be_written_in_words_of_either_script(written: str) -> None:
    assert parse_date(written, ZONE) == at(2023, 6, 12, 8, 30)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023-06-12T08:00:00+08:00", at(2023, 6, 12, 8)),
        ("2023-06-12T08:00:00+0800", at(2023, 6, 12, 8)),
        ("2023-06-12 08:00:00 +08:00", at(2023, 6, 12, 8)),
        ("2023-06-12T08:00+09:00", at(2023, 6, 12, 7)),
        ("2023-06-12T23:30Z", at(2023, 6, 13, 7, 30)),
        ("2023-12-31T23:30:00.5Z", at(2024, 1, 1, 7, 30)),
        ("1999-12-31T23:59:59-1200", at(2000, 1, 1, 19, 59, 59)),
        ("2023-06-12T00:00:00+05:45", at(2023, 6, 12, 2, 15)),
    ],
)
def test_a_time_with_a_zone_is_put_into_that_of_the_site(written: str, date: RoughDate) -> None:
    parsed = parse_date(written, ZONE)

    assert parsed == date
    assert parsed.start.utcoffset() == date.start.utcoffset()


def test_a_day_begins_at_midnight_of_the_site() -> None:
    parsed = parse_date("2023-06-12", ZoneInfo("America/New_York"))

    assert parsed.start.astimezone(UTC) == datetime(2023, 6, 12, 4, tzinfo=UTC)
    assert parsed.iso == "2023-06-12"


@pytest.mark.parametrize("written", NO_DATES.split())
def test_what_is_no_date_is_refused_with_a_hint(written: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        parse_date(written, ZONE)

    assert {name: str(words) for name, words in (raised.value.context or {}).items()} == {
        "problem": f"{written!r} is not a date",
        "hint": "write it as 2024-03-05",
    }


@pytest.mark.parametrize(
    "written", ["", " ", "2023 06 12", "2023-06-12 08", "Mon, 12 Jun 2023", "2023-06-12 08:00 CST"]
)
def test_words_with_blanks_that_are_no_date_are_refused(written: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"is not a date$"):
        parse_date(written, ZONE)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2023-02-29", "day is out of range for month"),
        ("2023-06-31", "day is out of range for month"),
        ("2023-06-00", "day is out of range for month"),
        ("2023-13", "month must be in 1..12"),
        ("2023年0月", "month must be in 1..12"),
        ("2023-00-01", "month must be in 1..12"),
        ("2023-06-12 24:00", "hour must be in 0..23"),
        ("2023-06-12 08:60", "minute must be in 0..59"),
        ("2023-06-12 08:00:60", "second must be in 0..59"),
    ],
)
def test_a_date_that_never_was_is_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        parse_date(written, ZONE)

    assert {name: str(words) for name, words in (raised.value.context or {}).items()} == {
        "problem": f"{written!r} is not a date: {why}",
        "hint": "write it as 2024-03-05",
    }


def test_an_impossible_zone_is_refused_in_words_for_people() -> None:
    with pytest.raises(PydanticCustomError) as raised:
        parse_date("2023-06-12T08:00:00+99:00", ZONE)

    assert "timedelta" not in str(raised.value)


def test_a_leap_day_is_a_day() -> None:
    assert parse_date("2024年2月29日", ZONE) == a_date(2024, 2, 29)


@given(st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(2999, 12, 30)))  # noqa: DTZ001  # hypothesis wants it naive
@settings(max_examples=100, deadline=None)
def test_every_form_of_a_day_means_the_same(moment: datetime) -> None:
    year, month, day = moment.year, moment.month, moment.day
    forms = [f"{year}-{month:02}-{day:02}", f"{year}/{month}/{day}", f"{year}年{month}月{day}日"]

    dates = [parse_date(form, ZONE) for form in forms]

    assert dates == [dates[0]] * 3
    assert (dates[0].iso, dates[0].precision) == (f"{year:04}-{month:02}-{day:02}", Precision.DAY)


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("0123456789-/.年月日时分秒:T Z+")))
@settings(max_examples=150, deadline=None)
def test_any_words_are_a_date_or_refused(text: str) -> None:
    try:
        precision = parse_date(text, ZONE).precision
    except PydanticCustomError as error:
        assert error.type == "sitegen"  # noqa: PT017  # either outcome is right
    else:
        assert precision in Precision
