"""How each generator is set up for an archive in two scripts, and how it is started.

Each makes article pages with their terms and neighbours, a paged list of all articles, lists and an overview of tags and of series, and
what feeds and sitemaps it has built in. The peers get the Traditional text ready made; sitegen converts it.
"""

import shutil
import subprocess
import sys
import sysconfig
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from benchmarks.peers.lean import LEAN
from sitegen.chinese import convert
from sitegen.model import Script

BASE = "https://example.org/"
ROOT = Path(__file__).parent.parent.parent
CHANGED = "<!-- changed -->"


class Generator(ABC):
    """A generator, and a site of its own in a folder."""

    name: str
    scripts: tuple[str, ...] = ("hans", "hant")

    def __init__(self, site: Path, output: Path) -> None:
        self.site = site
        self.output = output

    @staticmethod
    @abstractmethod
    def is_there() -> bool:
        """Whether it can be started on this machine."""

    @abstractmethod
    def set_up(self) -> None:
        """Write settings and templates."""

    @abstractmethod
    def commands(self) -> Sequence[Sequence[str]]:
        """What is started for a build, one after the other."""

    @property
    @abstractmethod
    def base_template(self) -> Path:
        """The template that every page is made with."""

    def write(self, path: str, text: str) -> None:
        """Write an article in both scripts."""
        for script in self.scripts:
            file = self.content(script) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text if script == "hans" else convert(text, Script.HANS, Script.HANT), "utf-8")

    @abstractmethod
    def content(self, script: str) -> Path:
        """Where articles of a script are written."""

    def edit_template(self) -> None:
        """Change the template that every page is made with."""
        text = self.base_template.read_text("utf-8")
        self.base_template.write_text(text.replace("</body>", f"{CHANGED}</body>"), "utf-8")

    def clear(self) -> None:
        """Forget everything that an earlier build has left."""
        shutil.rmtree(self.output, ignore_errors=True)

    def files(self, texts: dict[str, str]) -> None:
        """Write files of the site."""
        for path, text in texts.items():
            file = self.site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


class Sitegen(Generator):
    """The program with templates as lean as its peers', without what they do not do: places, people and sources as terms, search.

    Its feeds hold summaries, as Hugo's do.
    """

    name = "sitegen"
    scripts = ("hans",)
    templates: Mapping[str, str] = LEAN

    @staticmethod
    def is_there() -> bool:
        return True

    def set_up(self) -> None:
        settings = f"title: 示例乡村文汇\nbase_url: {BASE}\nsearch: false\nfeeds: {{content: summary}}\n"
        settings += "taxonomies: {tags: {}, series: {}}\n"
        self.files({"site.yaml": settings, **{f"templates/{name}": text for name, text in self.templates.items()}})

    def commands(self) -> Sequence[Sequence[str]]:
        program = Path(sysconfig.get_path("scripts")) / "sitegen"
        return [[str(program), "build", "-q", "-s", str(self.site), "-o", str(self.output)]]

    @property
    def base_template(self) -> Path:
        return self.site / "templates" / "base.html"

    def content(self, script: str) -> Path:  # noqa: ARG002  # one text is enough
        return self.site / "content" / "articles"

    def clear(self) -> None:
        super().clear()
        shutil.rmtree(self.site / ".sitegen", ignore_errors=True)


class SitegenWithItsTheme(Sitegen):
    """The same with the pages that it makes where nobody asks for others."""

    name = "sitegen, its theme"
    templates = MappingProxyType({"base.html": (ROOT / "templates" / "base.html").read_text("utf-8")})


HUGO_BASE = """<!doctype html>
<html lang="{{ .Site.Language.Locale }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Summary | plainify }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
<link rel="stylesheet" href="/style.css"></head><body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav>{{ range .AllTranslations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""
HUGO_SINGLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006年1月2日" }}</time> {{ .WordCount }}字</p>
<div>{{ .Content }}</div>
<p>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</p>
{{ range .GetTerms "series" }}<p><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></p>{{ end }}
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range (.Paginate (PAGES.ByDate.Reverse)).Pages }}
<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary | plainify }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006年1月2日" }}</time></li>{{ end }}</ol>
{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">后一页</a>{{ end }}
{{ if .HasNext }}<a href="{{ .Next.URL }}">前一页</a>{{ end }}{{ end }}{{ end }}
"""
HUGO_TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
"""
HUGO_SETTINGS = f"""baseURL: {BASE}
title: 示例乡村文汇
defaultContentLanguage: zh-hans
languages:
  zh-hans: {{contentDir: content/hans, locale: zh-Hans, weight: 1}}
  zh-hant: {{contentDir: content/hant, locale: zh-Hant, weight: 2}}
taxonomies: {{tag: tags, series: series}}
pagination: {{pagerSize: 50}}
permalinks: {{page: {{articles: /articles/:year/:month/:contentbasename/}}}}
hasCJKLanguage: true
summaryLength: 110
services: {{rss: {{limit: 20}}}}
"""


def hugo_program() -> Path | None:
    """Hugo itself: the script that its package puts before it takes time of its own."""
    folder = Path(sysconfig.get_path("purelib")) / "hugo" / "binaries"
    return next((file for file in sorted(folder.glob("hugo*")) if file.is_file()), None) if folder.is_dir() else None


class Hugo(Generator):
    """Hugo, with its own languages, feeds and sitemap."""

    name = "Hugo"

    @staticmethod
    def is_there() -> bool:
        return hugo_program() is not None

    def set_up(self) -> None:
        self.files(
            {
                "hugo.yaml": HUGO_SETTINGS,
                "layouts/baseof.html": HUGO_BASE,
                "layouts/single.html": HUGO_SINGLE,
                "layouts/list.html": HUGO_LIST.replace("PAGES", ".RegularPages"),
                "layouts/home.html": HUGO_LIST.replace("PAGES", ".Site.RegularPages"),
                "layouts/terms.html": HUGO_TERMS,
            }
        )

    def commands(self) -> Sequence[Sequence[str]]:
        return [[str(hugo_program()), "--quiet", "-s", str(self.site), "-d", str(self.output)]]

    @property
    def base_template(self) -> Path:
        return self.site / "layouts" / "baseof.html"

    def content(self, script: str) -> Path:
        return self.site / "content" / script / "articles"


PELICAN_BASE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ SITENAME }}{% endblock %}</title><link rel="stylesheet" href="/style.css"></head><body>
<header><a href="{{ SITEURL }}/">{{ SITENAME }}</a></header><main>{% block main %}{% endblock %}</main>
<footer>{{ SITENAME }}</footer></body></html>
"""
PELICAN_ARTICLE = """{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}{% block main %}
<article><h1>{{ article.title }}</h1><time datetime="{{ article.date.isoformat() }}">{{ article.date.strftime("%Y-%m-%d") }}</time>
<div>{{ article.content }}</div>
<p>{% for tag in article.tags %}<a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a> {% endfor %}
<a href="{{ SITEURL }}/{{ article.category.url }}">{{ article.category }}</a></p></article>{% endblock %}
"""
PELICAN_LIST = """{% extends "base.html" %}{% block main %}<ol>{% for article in articles_page.object_list %}
<li><h2><a href="{{ SITEURL }}/{{ article.url }}">{{ article.title }}</a></h2>{{ article.summary }}
<time>{{ article.date.strftime("%Y-%m-%d") }}</time></li>{% endfor %}</ol>{% endblock %}
"""
PELICAN_TERMS = """{% extends "base.html" %}{% block main %}<ul>{% for term, articles in TERMS %}
<li><a href="{{ SITEURL }}/{{ term.url }}">{{ term }}</a> {{ articles|count }}</li>{% endfor %}</ul>{% endblock %}
"""


class Pelican(Generator):
    """Pelican, once for each script; series are its categories."""

    name = "Pelican"

    @staticmethod
    def is_there() -> bool:
        return shutil.which("pelican", path=sysconfig.get_path("scripts")) is not None

    def set_up(self) -> None:
        templates = {
            "base.html": PELICAN_BASE,
            "article.html": PELICAN_ARTICLE,
            **dict.fromkeys(["index.html", "tag.html", "category.html"], PELICAN_LIST),
            "tags.html": PELICAN_TERMS.replace("TERMS", "tags"),
            "categories.html": PELICAN_TERMS.replace("TERMS", "categories"),
        }
        self.files({f"theme/templates/{name}": text for name, text in templates.items()})
        for script in self.scripts:
            self.files({f"{script}.py": self._settings(script)})

    def _settings(self, script: str) -> str:
        settings = {
            "SITENAME": "示例乡村文汇",
            "SITEURL": BASE + ("" if script == "hans" else "zh-hant"),
            "PATH": str(self.site / "content" / script),
            "OUTPUT_PATH": str(self.output / ("" if script == "hans" else "zh-hant")),
            "THEME": str(self.site / "theme"),
            "CACHE_PATH": str(self.site / f"cache-{script}"),
            "CACHE_CONTENT": True,
            "LOAD_CONTENT_CACHE": True,
            "TIMEZONE": "Asia/Shanghai",
            "DEFAULT_LANG": "zh",
            "DEFAULT_PAGINATION": 50,
            "DEFAULT_CATEGORY": "其他",
            "ARTICLE_URL": "articles/{date:%Y}/{date:%m}/{slug}/",
            "ARTICLE_SAVE_AS": "articles/{date:%Y}/{date:%m}/{slug}/index.html",
            "DIRECT_TEMPLATES": ["index", "tags", "categories"],
            "AUTHOR_SAVE_AS": "",
            "FEED_DOMAIN": BASE,
            "TAG_FEED_ATOM": "feeds/tag.{slug}.xml",
            "FEED_MAX_ITEMS": 20,
        }
        return "".join(f"{key} = {value!r}\n" for key, value in settings.items())

    def write(self, path: str, text: str) -> None:
        super().write(
            path,
            text.removeprefix("---\n")
            .replace("tags: [", "tags: ")
            .replace("]\n", "\n", 1)
            .replace("series:", "category:", 1)
            .replace("---\n", "", 1),
        )

    def commands(self) -> Sequence[Sequence[str]]:
        program = shutil.which("pelican", path=sysconfig.get_path("scripts")) or "pelican"
        return [[program, "-q", "-s", str(self.site / f"{script}.py")] for script in self.scripts]

    @property
    def base_template(self) -> Path:
        return self.site / "theme" / "templates" / "base.html"

    def content(self, script: str) -> Path:
        return self.site / "content" / script

    def clear(self) -> None:
        super().clear()
        for script in self.scripts:
            shutil.rmtree(self.site / f"cache-{script}", ignore_errors=True)


ELEVENTY_SETTINGS = """import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const newest = (items) => [...items].sort((a, b) => b.date - a.date);

export default function (config) {
  config.addPlugin(feedPlugin, {
    type: "atom", outputPath: "/feed.xml", collection: { name: "hans", limit: 20 },
    metadata: { language: "zh", title: "示例乡村文汇", base: "BASE", author: { name: "-" } },
  });
  for (const script of ["hans", "hant"]) {
    const of = (api) => newest(api.getFilteredByGlob(`content/${script}/**/*.md`));
    config.addCollection(script, of);
    for (const kind of ["tags", "series"]) {
      config.addCollection(`${script}-${kind}`, (api) => {
        const terms = new Map();
        for (const item of of(api)) {
          for (const term of [item.data[kind] ?? []].flat()) terms.set(term, [...(terms.get(term) ?? []), item]);
        }
        return [...terms].flatMap(([term, items]) => {
          const parts = Math.ceil(items.length / 50);
          return Array.from({ length: parts }, (_, at) => ({
            term, count: items.length, at, items: items.slice(at * 50, at * 50 + 50),
            url: `/${script}/${kind}/${encodeURIComponent(term)}/${at ? `${at + 1}/` : ""}`,
          }));
        });
      });
    }
  }
  return { dir: { input: ".", output: "OUTPUT" }, markdownTemplateEngine: false };
}
"""
ELEVENTY_BASE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} · 示例乡村文汇</title><link rel="stylesheet" href="/style.css"></head><body>
<header><a href="/">示例乡村文汇</a></header><main>{{ content | safe }}</main><footer>示例乡村文汇</footer></body></html>
"""
ELEVENTY_ARTICLE = """---
layout: base.njk
---
<article><h1>{{ title }}</h1><time datetime="{{ page.date.toISOString() }}">{{ page.date.toISOString() | truncate(10, true, "") }}</time>
<div>{{ content | safe }}</div>
<p>{% for tag in tags %}<a href="/{{ script }}/tags/{{ tag | urlencode }}/">{{ tag }}</a> {% endfor %}
{% if series %}<a href="/{{ script }}/series/{{ series | urlencode }}/">{{ series }}</a>{% endif %}</p></article>
"""
ELEVENTY_DATA = """export default {
  layout: "article.njk", script: "SCRIPT", permalink: (data) => `/SCRIPT/articles/${data.page.fileSlug}/index.html`,
};
"""
ELEVENTY_LIST = """---
layout: base.njk
pagination: {data: collections.SCRIPT, size: 50, alias: items}
permalink: "/SCRIPT/{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<ol>{% for item in items %}<li><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2>
<time>{{ item.date.toISOString() | truncate(10, true, "") }}</time></li>{% endfor %}</ol>
"""
ELEVENTY_TERM = """---
layout: base.njk
pagination: {data: collections.SCRIPT-KIND, size: 1, alias: part}
permalink: "/SCRIPT/KIND/{{ part.term }}/{% if part.at %}{{ part.at + 1 }}/{% endif %}index.html"
---
<h1>{{ part.term }}</h1><ol>{% for item in part.items %}<li><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2>
<time>{{ item.date.toISOString() | truncate(10, true, "") }}</time></li>{% endfor %}</ol>
"""
ELEVENTY_TERMS = """---
layout: base.njk
permalink: "/SCRIPT/KIND/index.html"
---
<ul>{% for part in collections["SCRIPT-KIND"] %}{% if not part.at %}<li><a href="{{ part.url }}">{{ part.term }}</a> {{ part.count }}</li>
{% endif %}{% endfor %}</ul>
"""
ELEVENTY_SITEMAP = """---
permalink: /sitemap.xml
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for item in collections.hans %}<url><loc>BASE{{ item.url }}</loc></url>{% endfor %}
{% for item in collections.hant %}<url><loc>BASE{{ item.url }}</loc></url>{% endfor %}</urlset>
"""


class Eleventy(Generator):
    """Eleventy, with collections for the terms of both scripts."""

    name = "Eleventy"
    packages = ("@11ty/eleventy@3", "@11ty/eleventy-plugin-rss@2")

    @staticmethod
    def is_there() -> bool:
        return shutil.which("npm") is not None

    def set_up(self) -> None:
        self.files(
            {
                "package.json": '{"private": true, "type": "module"}',
                "eleventy.config.js": ELEVENTY_SETTINGS.replace("OUTPUT", str(self.output)).replace("BASE", BASE),
                "_includes/base.njk": ELEVENTY_BASE,
                "_includes/article.njk": ELEVENTY_ARTICLE,
                "sitemap.njk": ELEVENTY_SITEMAP.replace("BASE", BASE.rstrip("/")),
            }
        )
        for script in self.scripts:
            self.files(
                {
                    f"content/{script}/{script}.11tydata.js": ELEVENTY_DATA.replace("SCRIPT", script),
                    f"{script}.njk": ELEVENTY_LIST.replace("SCRIPT", script),
                }
            )
            for kind in ("tags", "series"):
                for name, text in (("term", ELEVENTY_TERM), ("terms", ELEVENTY_TERMS)):
                    self.files({f"{script}-{kind}-{name}.njk": text.replace("SCRIPT", script).replace("KIND", kind)})
        install(self.site, self.packages)

    def commands(self) -> Sequence[Sequence[str]]:
        return [["npx", "--no-install", "eleventy", "--quiet"]]

    @property
    def base_template(self) -> Path:
        return self.site / "_includes" / "base.njk"

    def content(self, script: str) -> Path:
        return self.site / "content" / script


HEXO_LAYOUT = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title><%= page.title || config.title %></title><link rel="stylesheet" href="/style.css"></head><body>
<header><a href="<%= url_for('/') %>"><%= config.title %></a></header><main><%- body %></main><footer><%= config.title %></footer></body></html>
"""
HEXO_POST = """<article><h1><%= page.title %></h1><time datetime="<%= date_xml(page.date) %>"><%= date(page.date, 'YYYY-MM-DD') %></time>
<div><%- page.content %></div><p><% page.tags.each(tag => { %><a href="<%= url_for(tag.path) %>"><%= tag.name %></a> <% }) %>
<% page.categories.each(each => { %><a href="<%= url_for(each.path) %>"><%= each.name %></a><% }) %></p>
<nav><% if (page.prev) { %><a href="<%= url_for(page.prev.path) %>"><%= page.prev.title %></a><% } %>
<% if (page.next) { %><a href="<%= url_for(page.next.path) %>"><%= page.next.title %></a><% } %></nav></article>
"""
HEXO_LIST = """<ol><% page.posts.each(post => { %><li><h2><a href="<%= url_for(post.path) %>"><%= post.title %></a></h2>
<p><%= truncate(strip_html(post.content), {length: 110}) %></p><time><%= date(post.date, 'YYYY-MM-DD') %></time></li><% }) %></ol>
<%- paginator() %>
"""


class Hexo(Generator):
    """Hexo, once for each script; series are its categories."""

    name = "Hexo"
    packages = (
        "hexo@8",
        "hexo-generator-index",
        "hexo-generator-tag",
        "hexo-generator-category",
        "hexo-generator-feed",
        "hexo-generator-sitemap",
        "hexo-renderer-ejs",
        "hexo-renderer-marked",
    )

    @staticmethod
    def is_there() -> bool:
        return shutil.which("npm") is not None

    def set_up(self) -> None:
        self.files({"package.json": '{"private": true, "hexo": {"version": "8.0.0"}}'})
        for script in self.scripts:
            theme = f"themes/{script}/layout"
            lists = dict.fromkeys([f"{theme}/{name}.ejs" for name in ("index", "tag", "category")], HEXO_LIST)
            self.files(
                {
                    f"{script}.yml": self._settings(script),
                    f"{theme}/layout.ejs": HEXO_LAYOUT,
                    f"{theme}/post.ejs": HEXO_POST,
                    **lists,
                }
            )
        install(self.site, self.packages)

    def _settings(self, script: str) -> str:
        output = self.output / ("" if script == "hans" else "zh-hant")
        settings = {
            "title": "示例乡村文汇",
            "url": BASE + ("" if script == "hans" else "zh-hant"),
            "permalink": "articles/:year/:month/:name/",
            "timezone": "Asia/Shanghai",
            "source_dir": f"content/{script}",
            "public_dir": str(output),
            "theme": script,
            "per_page": "50",
            "index_generator": "{per_page: 50}",
            "tag_generator": "{per_page: 50}",
            "category_generator": "{per_page: 50}",
            "feed": "{type: atom, limit: 20}",
            "syntax_highlighter": "''",
            "post_asset_folder": "false",
        }
        return "".join(f"{key}: {value}\n" for key, value in settings.items())

    def write(self, path: str, text: str) -> None:
        super().write(path, text.replace("series:", "categories:", 1))

    def commands(self) -> Sequence[Sequence[str]]:
        return [
            ["npx", "--no-install", "hexo", "generate", "--silent", "--config", f"{script}.yml"]
            for script in self.scripts
        ]

    @property
    def base_template(self) -> Path:
        return self.site / "themes" / "hans" / "layout" / "layout.ejs"

    def content(self, script: str) -> Path:
        return self.site / "content" / script / "_posts"

    def clear(self) -> None:
        super().clear()
        (self.site / "db.json").unlink(missing_ok=True)


def install(site: Path, packages: Sequence[str]) -> None:
    """Install packages of npm into a site, once."""
    if not (site / "node_modules").exists():
        subprocess.run(
            [shutil.which("npm") or "npm", "install", "--silent", "--no-audit", "--no-fund", *packages],
            cwd=site,
            check=True,
            stdout=sys.stderr,
        )  # whichever npm is there


GENERATORS: tuple[type[Generator], ...] = (Hugo, Sitegen, SitegenWithItsTheme, Pelican, Eleventy, Hexo)
