"""Values that are made when somebody takes them, and then kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar, overload

Value = TypeVar("Value")


class Made(Mapping[str, Value]):
    """A mapping whose values are made by name; `others` are there already."""

    def __init__(
        self, names: AbstractSet[str], make: Callable[[str], Value], others: Mapping[str, Value] | None = None
    ) -> None:
        self._names = names
        self._make = make
        self._made = dict(others or {})

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names or name in self._made

    def __iter__(self) -> Iterator[str]:
        return iter(self._names | self._made.keys())

    def __len__(self) -> int:
        return len(self._names | self._made.keys())


class Picked(Sequence[Value]):
    """Those of many values that stand at some places, in the order of the places."""

    def __init__(self, places: Sequence[int], value: Callable[[int], Value]) -> None:
        self._places = places
        self._value = value

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        if isinstance(at, slice):
            return Picked(self._places[at], self._value)
        return self._value(self._places[at])

    def __len__(self) -> int:
        return len(self._places)
