"""What each key of a front matter and of site.yaml says, in the words that an editor's program shows while one types."""

from sitegen.messages import Message, message


def about_terms(name: str) -> Message:
    """What the key of a taxonomy says."""
    return message("names under “{name}”: one, a list, or name: … with role: or, in a series, part:", name=name)


ARTICLE = {
    "title": message("the headline; the only key that must be there"),
    "subtitle": message("shown behind ——"),
    "summary": message("one or two sentences for lists; else the beginning of the text"),
    "date": message(
        "2023-06-12, 2023-06-12 08:00, 2023年6月12日; 2023-06 and 2023 stay that rough. In the future: not shown before"
    ),
    "updated": message("when it was last changed"),
    "slug": message("the last part of the address; else the file's name, in pinyin"),
    "aliases": message("old addresses that lead here, each beginning with /"),
    "script": message("the script it is written in; else found out"),
    "convert": message("false: shown as written in every script"),
    "glossary": message("how words of this article are written in another script"),
    "cover": message("a picture beside the file: its name, or src, alt, caption and credit"),
    "draft": message("true: not published"),
    "expires": message("a time from which it is no longer published"),
    "related": message("articles to name below it, each by slug or path"),
    "rights": message("who may use it, and how"),
    "edition": message("where it stood in print: issue and page"),
    "corrections": message("what was put right: a list of date and text"),
    "withdrawn": message("when and why it was taken back; its address keeps a page that says so"),
    "origin": message("where an imported text came from"),
    "review": message("what an import left for an editor to look at"),
    "silence": message("codes of warnings that nobody wants to hear about this file"),
    "title_inferred": message("true: an import made the title up"),
    "extra": message("anything, for templates of your own"),
}

SITE = {
    "title": message("the name of the site"),
    "base_url": message("where the site is published, with https://"),
    "description": message("one sentence below the name"),
    "language": message("the script of the words in this file"),
    "scripts": message("the scripts that every page is published in; the first stands at /"),
    "timezone": message("of dates that name none, such as Asia/Shanghai"),
    "articles": message("the pattern of an article's address, from {year}, {month}, {day} and {slug}"),
    "taxonomies": message("the ways to sort articles, by their key in the front matter"),
    "navigation": message("the links of the masthead"),
    "search": message("whether the site has a page to search it"),
    "beside": message("files beside each article for those who cite and keep it: ris, csl, text"),
    "data": message("whether the archive is published as data too, below /data/"),
    "manifest": message("whether there is a list of the digests of all files, manifest.sha256"),
    "compress": message("smaller copies of files for hosts that hand them out: gz, br"),
    "headers": message("whether there is a _headers file for Netlify and Cloudflare Pages"),
    "feeds": message("what feeds hold of articles, and of how many"),
    "old_links": message("what becomes of addresses that were published: removed, most and maps"),
    "sitemap": message("whether searches for news get a map of their own, and the name of the publication"),
    "cards": message(
        "true: links to articles, terms and the site get a picture with their headline; font: the file of a font to draw it in"
    ),
    "footer": message("what the law asks a site to say at its foot: icp, police, copyright"),
    "raw_html": message("what becomes of HTML in articles: sanitise or allow"),
    "publish": message("in-place, or swap: the whole site changes in one instant"),
    "conversion": message("how one script is written in another"),
    "silence": message("codes of warnings that nobody wants to hear"),
    "importing": message("what `sitegen import` should know of scraped sites"),
}
