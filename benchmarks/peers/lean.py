"""Templates for sitegen that show what those of its peers show, and no more."""

BASE = """<!doctype html>
<html lang="{{ page.script }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title }} · {{ site.title }}</title><meta name="description" content="{{ page.description }}">
<link rel="canonical" href="{{ page.canonical }}">
{% for each in page.alternates %}<link rel="alternate" hreflang="{{ each.script }}" href="{{ each.absolute }}">{% endfor %}
<link rel="stylesheet" href="/style.css"></head><body>
<header><a href="{{ site.home }}">{{ site.title }}</a>
<nav>{% for each in page.alternates %}<a href="{{ each.url }}">{{ each.script }}</a>{% endfor %}</nav></header>
<main>{% block main %}{% endblock %}</main><footer>{{ site.title }}</footer></body></html>
"""
ARTICLE = """{% extends "base.html" %}{% block main %}<article><h1>{{ page.title }}</h1>
<p>{{ page.date|time if page.date }} {{ page.characters }}字</p>
<div>{{ body }}</div>
<p>{% for tag in page.tags %}<a href="{{ tag.url }}">{{ tag.text }}</a> {% endfor %}</p>
{% for box in page.series %}<p><a href="{{ box.link.url }}">{{ box.link.text }}</a></p>{% endfor %}
<nav>{% if page.earlier %}<a href="{{ page.earlier.url }}">{{ page.earlier.text }}</a>{% endif %}
{% if page.later %}<a href="{{ page.later.url }}">{{ page.later.text }}</a>{% endif %}</nav></article>{% endblock %}
"""
CARDS = """{% macro cards(all) %}<ol>{% for card in all %}
<li><h2><a href="{{ card.url }}">{{ card.title }}</a></h2><p>{{ card.summary }}</p>
{{ card.date|time if card.date }}</li>{% endfor %}</ol>{% endmacro %}
"""
LIST = """{% extends "base.html" %}{% from "cards.html" import cards %}{% block main %}<h1>{{ page.title }}</h1>
{{ cards(page.cards) }}
{% if page.pager and page.pager.newer %}<a href="{{ page.pager.newer }}">后一页</a>{% endif %}
{% if page.pager and page.pager.older %}<a href="{{ page.pager.older }}">前一页</a>{% endif %}{% endblock %}
"""


def _of(loops: str) -> str:
    head = '{% extends "base.html" %}{% from "cards.html" import cards %}{% block main %}<h1>{{ page.title }}</h1>'
    return f"{head}{loops}{{% endblock %}}\n"


def _terms(each: str, link: str, count: str) -> str:
    item = f'<li><a href="{{{{ {link}.url }}}}">{{{{ {link}.text }}}}</a> {{{{ {count} }}}}</li>'
    return f"<ul>{{% for {each} %}}{item}{{% endfor %}}</ul>"


LEAN = {
    "base.html": BASE,
    "article.html": ARTICLE,
    "cards.html": CARDS,
    "list.html": LIST,
    "index.html": _of("{{ cards(page.newest) }}"),
    "terms.html": _of(
        "{% for _, terms in page.letters %}" + _terms("t in terms", "t.link", "t.count") + "{% endfor %}"
    ),
    "series.html": _of(_terms("each in page.series", "each.link", "each.count")),
    "archive.html": _of(_terms("year, _ in page.years", "year.link", "year.count")),
    "year.html": _of(_terms("month, _ in page.months", "month.link", "month.count")),
    "month.html": _of("{% for day in page.days %}{{ cards(day.cards) }}{% endfor %}{{ cards(page.cards) }}"),
    "days.html": _of(""),
    "day.html": _of("{% for _, all in page.years %}{{ cards(all) }}{% endfor %}"),
    "random.html": _of("{{ cards(page.cards) }}"),
}
