"""Texts as they are scraped build in both scripts: our own imitations, or those of a folder that SITEGEN_SAMPLES names."""

import os
from pathlib import Path

import pytest

from sitegen.checker import check_site
from sitegen.chinese import count_characters
from tests.conftest import SiteMaker
from tests.sites import build_site

OWN = Path(__file__).parent / "samples"
NAMED = os.environ.get("SITEGEN_SAMPLES")
SAMPLES = sorted([*OWN.glob("*.txt"), *(Path(NAMED).glob("*.txt") if NAMED else [])])


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_a_scraped_text_with_a_front_matter_builds_in_both_scripts(ending: str, make_site: SiteMaker) -> None:
    header = "---\ntitle: 抓取的文章\ndate: 2023-06\n---\n"
    names = [f"sample-{number}" for number in range(len(SAMPLES))]
    files = {
        f"content/articles/{name}.{ending}": header + sample.read_text("utf-8")
        for name, sample in zip(names, SAMPLES, strict=True)
    }
    site = make_site(files)

    report = build_site(site)

    assert report.warnings == ()
    assert check_site(site / "public", base_path="", shown_as="public") == []
    for name, sample in zip(names, SAMPLES, strict=True):
        length = count_characters(sample.read_text("utf-8"))
        for prefix in ("", "zh-hant/"):
            html = (site / "public" / prefix / "articles/2023/06" / name / "index.html").read_text("utf-8")
            assert count_characters(html.partition("<main")[2]) >= length


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_scraped_text_without_a_front_matter_is_pointed_to_import(sample: Path, make_site: SiteMaker) -> None:
    site = make_site({f"content/articles/{sample.name}": sample.read_bytes()})

    with pytest.raises(ExceptionGroup) as problems:
        build_site(site)

    (problem,) = problems.value.exceptions
    assert str(problem) == (
        f"content/articles/{sample.name}:1: there is no front matter\n"
        f"  hint: `sitegen import content/articles/{sample.name}` makes one; "
        "else begin the file with ---, title: …, ---"
    )
