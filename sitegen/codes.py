"""Every code that a warning or a problem of the built site may carry, and what it says in a line.

`silence:` in site.yaml or in the front matter of a file takes any of them.
"""

from difflib import get_close_matches

CODES = {
    "script": "the characters of a file leave its script in doubt",
    "no-alt": "a picture has no words for those who cannot see it",
    "unread": "nothing reads a file of the content",
    "cleaned-picture": "something was taken out of a drawing",
    "regional-words": "the recipe of a script changes words",
    "no-robots": "a robots.txt would stand where nobody looks for one",
    "empty-list": "the navigation leads to a page where nothing is listed",
    "no-card-font": "no font could draw the cards of links",
    "repeated-part": "two articles are the same part of a series",
    "missing-picture": "a picture is not there",
    "broken-picture": "a picture cannot be shown",
    "broken-link": "a link of the content leads to nothing",
    "gone-address": "what stood at a published address is gone",
    "many-redirects": "there are more old addresses than a list of them may hold",
    "review": "an import left a note for an editor",
    "no-summary": "an article has no summary of its own",
    "long-title": "a title is too long for lists and tabs",
    "future-date": "a date lies in the future by mistake, it seems",
    "unknown-place": "no division of China has the name of a place",
    "part-gap": "a series leaves out a part",
    "tag-used-once": "only one article has a tag",
    "tag-spelling": "a tag is written otherwise than elsewhere",
    "tags-alike": "two tags differ by a character or a blank",
    "duplicate": "two articles say nearly the same",
    "half-width": "half-width punctuation stands in Chinese",
    "stray-space": "a blank stands beside full-width punctuation",
    "mixed-script": "a few characters are of the other script",
    "broken-footnote": "a footnote has no text, or no mark leads to it",
    "dead-link": "a link of a page leads to nothing",
    "dead-fragment": "a link leads to no place in its page",
    "dead-picture": "a picture of a page is not there",
    "dead-alternate": "the version in another script is not there, or does not lead back",
    "duplicate-id": "two elements of a page have one id",
    "invalid-html": "the HTML of a page is not valid",
    "broken-feed": "a feed, a sitemap or a list of redirects is not as it should be",
    "orphan": "no link leads to a page",
    "local-path": "a page tells of the machine it was made on",
    "leaked": "what is not published is there all the same",
    "wrong-script": "a page shows characters of the other script",
    "missing-script": "a page is not there in every script",
    "not-as-published": "a file of a copy is not as the manifest says",
    "dead-external": "a link to another host leads to nothing",
    "moved-external": "what a link leads to has another address for good",
}


def nearest_code(word: str) -> str:
    """The code that somebody may have meant; nothing where none is near."""
    return next(iter(get_close_matches(word.lower(), CODES, n=1)), "")
