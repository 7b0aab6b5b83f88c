"""What the owner of a site should know of settings that are no mistake by themselves."""

from sitegen.config.file import NAME
from sitegen.errors import Place, Warn
from sitegen.messages import message

REGIONAL_WORDS = Warn(
    code="regional-words",
    problem=message(
        "s2twp exchanges words, and changes what news says: 决议通过 becomes 決議透過, 支持 支援, 发布会 釋出會"
    ),
    place=Place(NAME),
    hint=message("write s2tw, and put the few words that you mean into content/glossary.yaml"),
)


def no_robots(*, folder: str, origin: str, base_url: str) -> Warn:
    """Warn of a site that is not at the root of its host."""
    return Warn(
        code="no-robots",
        problem=message("no program looks for robots.txt in {folder}", folder=f"{folder}/"),
        place=Place(NAME),
        hint=message(
            "let the robots.txt at {origin} say `Sitemap: {sitemap}`, and write `silence: [no-robots]` here",
            origin=f"{origin}/",
            sitemap=f"{base_url}sitemap.xml",
        ),
    )
