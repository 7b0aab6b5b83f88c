"""Digest what turns a sheet into the bytes of a file: templates, the masthead, the words of the interface."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import json

from sitegen.builder.cards import card_digests
from sitegen.builder.inputs import Inputs
from sitegen.builder.session import Session
from sitegen.cache import Record, digest_of
from sitegen.chinese import Orthography, relevant
from sitegen.messages import Message, message
from sitegen.model import AnySheet, Glossary, Masthead, Plan, Script, SiteFacts
from sitegen.planner import words
from sitegen.renderer import CARD, template_of

CLOSURES = "closures"
NUMERALS = "0123456789年月日"
"""What the names of years and months are made of."""


@dataclass(frozen=True, slots=True)
class Machinery:
    """Digests by what may change: the site as pages of a script see it, and each template with all it includes."""

    sites: dict[Script, bytes]
    templates: dict[str, dict[str, bytes]]
    words: dict[str, bytes]
    digests: dict[tuple[str, Script], bytes]
    assets: bytes

    def of(self, sheet: AnySheet, script: Script) -> bytes:
        """One digest for everything that makes the page of a sheet."""
        name = template_of(sheet)
        return self.digests.get((name, script)) or digest_of(name)

    def why(self, template: str, last: bytes | None) -> Message:
        """Say what of the machinery of a template is not as it was in a build that noted `last`."""
        if template == CARD:
            return message("the fonts, or how cards are drawn, changed")
        _, templates, words, assets = json.decode(last or self.noted)
        before = templates.get(template, {})
        now = {name: digest.hex() for name, digest in self.templates.get(template, {}).items()}
        changed = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
        if changed:
            return message("the template `{name}` changed", name=changed[0])
        if words.get(template) != self.words.get(template, b"").hex():
            return message("the glossary changed words of the interface")
        if assets != self.assets.hex():
            return message("a style sheet or script changed")
        return message("the settings or the navigation of the site changed")

    @property
    def noted(self) -> bytes:
        """What to remember, so that a later build can say what changed."""
        sites = {script.value: digest.hex() for script, digest in self.sites.items()}
        closures = {
            name: {each: digest.hex() for each, digest in all_of.items()} for name, all_of in self.templates.items()
        }
        return json.encode(
            [sites, closures, {name: digest.hex() for name, digest in self.words.items()}, self.assets.hex()]
        )


def machinery_of(session: Session, plan: Plan) -> Machinery:
    """Digest the machinery of a build that follows a plan."""
    config, inputs = session.config, session.inputs
    settings = config.orthography, config.is_sanitised
    cards = card_digests(config, inputs.site)
    return _machinery(inputs, session.record, plan.facts, plan.mastheads, settings, cards)


def _machinery(
    inputs: Inputs,
    record: Record,
    facts: SiteFacts,
    mastheads: Sequence[Masthead],
    settings: tuple[Orthography, bool],
    cards: Mapping[Script, bytes],
) -> Machinery:
    """Digest the machinery of every template in every script; `settings` are those of the renderer, `cards` what draws cards."""
    texts = _texts(inputs)
    every = _closures(texts, record)
    by_template = {name: {each: digest_of(texts.get(each)) for each in all_of_it} for name, all_of_it in every.items()}
    addresses = (facts.origin, facts.base_path, facts.scripts, facts.language)
    sites = {each.script: digest_of((each, addresses, settings)) for each in mastheads}
    own = {
        name: digest_of(_spoken(facts.glossary, [texts.get(each, b"") for each in of_it]))
        for name, of_it in by_template.items()
    }
    digests = {
        (name, script): digest_of((site, own[name], list(of_it.items())))
        for name, of_it in by_template.items()
        for script, site in sites.items()
    }
    digests |= {(CARD, script): digest for script, digest in cards.items()}
    return Machinery(sites, by_template, own, digests, digest_of(_names_of_assets(mastheads)))


def _names_of_assets(mastheads: Sequence[Masthead]) -> list[tuple[str, str]]:
    """The style sheets and scripts by name and content, wherever the site stands."""
    return [(name, address.rpartition("/")[2]) for each in mastheads for name, address in each.assets]


def _texts(inputs: Inputs) -> dict[str, bytes]:
    """The templates by name, each from the first folder that has it."""
    return dict(reversed(inputs.templates))


def _closures(texts: Mapping[str, bytes], record: Record) -> dict[str, tuple[str, ...]]:
    """What each template includes, as the record knows it of the same templates."""
    key = digest_of(sorted(texts.items())).hex()
    if known := record.fact(CLOSURES):
        of, value = json.decode(known, type=tuple[str, dict[str, tuple[str, ...]]])
        if of == key:
            return value
    from sitegen.renderer import closures  # where nobody has looked into these templates yet

    made = closures(texts)
    with record.changes() as changes:
        changes.note(CLOSURES, json.encode((key, made)))
    return made


def _spoken(glossary: Glossary, texts: Iterable[bytes]) -> Glossary:
    """The words of the site's glossary that stand in a template or among the words of the plan."""
    return relevant(glossary, "\n".join([*(text.decode("utf-8", "replace") for text in texts), *words.ALL, NUMERALS]))
