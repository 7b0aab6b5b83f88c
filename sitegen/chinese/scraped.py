"""What is known of scraped text and its damage."""

from sitegen.chinese.annotations import without_annotations
from sitegen.chinese.machine import machine_made
from sitegen.chinese.places import places_in
from sitegen.chinese.punctuation import widened
from sitegen.chinese.repair import repair

__all__ = ["machine_made", "places_in", "repair", "widened", "without_annotations"]
