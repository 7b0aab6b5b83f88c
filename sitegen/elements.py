"""The elements of HTML that words go on through: no line begins with one, and a word may reach over it."""

MARKING = "a abbr b bdi bdo cite data del dfn em font i ins mark q s small span strong sub sup time u var wbr"
MARKED = frozenset(MARKING.split())
"""Elements that mark words."""

TYPED = frozenset(["code", "kbd", "samp"])
"""Elements whose words are no language: what is typed, and what a machine says."""
