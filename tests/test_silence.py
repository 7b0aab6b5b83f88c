"""A warning that somebody has silenced is not heard again, from any command."""

import pytest

from tests.conftest import SiteMaker
from tests.sites import article_file, build_site, run

BROKEN = "[甲](/gone/)"


def codes(site_maker: SiteMaker, article: str, **settings: str) -> list[str]:
    site = site_maker({"content/articles/a.md": article}, scripts="[zh-Hans]", **settings)
    return [each.code for each in build_site(site).warnings]


def test_a_site_silences_a_code_everywhere(make_site: SiteMaker) -> None:
    assert codes(make_site, article_file(body=BROKEN)) == ["broken-link"]
    assert codes(make_site, article_file(body=BROKEN), silence="[broken-link]") == []


def test_an_article_silences_a_code_for_itself(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(body=BROKEN, silence="broken-link, no-alt"),
            "content/articles/b.md": article_file(body=BROKEN, silence="[no-alt]"),
        }
    )

    assert [str(each.place) for each in build_site(site).warnings] == ["content/articles/b.md:5"]


def test_an_edited_article_is_as_silent_as_before(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body=BROKEN, silence="[broken-link]")})
    build_site(site)
    (site / "content/articles/a.md").write_text(
        article_file(body=f"又一句。{BROKEN}", silence="[broken-link]"), "utf-8"
    )

    assert build_site(site).warnings == ()


@pytest.mark.parametrize("where", ["site.yaml", "content/articles/a.md"])
def test_a_code_that_is_none_is_refused_with_a_guess(make_site: SiteMaker, where: str) -> None:
    word = {"silence": "[no-sumary]"}
    in_site, in_article = (word, {}) if where == "site.yaml" else ({}, word)
    site = make_site({"content/articles/a.md": article_file(**in_article)}, **in_site)

    told = run(site, "build").stderr

    assert told.startswith(
        f"{where}:3: silence: no warning has the code 'no-sumary'\n  hint: did you mean 'no-summary'?"
    )
