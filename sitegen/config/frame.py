"""What stands around every page: the links in the masthead, and what the law asks a site to say at its foot."""

import re
from collections.abc import Iterator

from sitegen.config.words import Own, Words
from sitegen.fields import Settings
from sitegen.model import Link, Script, Text

ICP = "https://beian.miit.gov.cn/"
"""Where a registration with the ministry is looked up; its rules ask for the link."""

POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code={code}"
"""The same with the police, by its number."""


class NavigationEntry(Settings):
    """A link in the masthead; a `url` that begins with / begins at base_url."""

    name: Words
    url: str

    def link(self, own: Own) -> Link:
        """The link as pages show it."""
        return Link(text=own(self.name), url=self.url)


class FooterSettings(Settings):
    """What the law asks a site to say at its foot: its registrations, which stand as they were given, and whose the words are."""

    icp: str = ""
    police: str = ""
    copyright: Words = ""

    def links(self, own: Own, script: Script) -> Iterator[Link]:
        """What stands at the foot and where it leads, the registrations in the `script` of the site."""
        if self.copyright:
            yield Link(text=own(self.copyright), url="")
        if self.icp:
            yield Link(text=Text(self.icp, script, fixed=True), url=ICP)
        if self.police:
            code = "".join(re.findall(r"[0-9]", self.police))
            yield Link(text=Text(self.police, script, fixed=True), url=POLICE.format(code=code))
