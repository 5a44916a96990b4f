"""States: one shape, one colour and a word each, the same in the whole program."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

Tone = Literal["ok", "warn", "bad", "info", "off"]

SHAPES: Final[dict[Tone, str]] = {
    "ok": "circle-check",
    "warn": "clock",
    "bad": "triangle-alert",
    "info": "circle-dashed",
    "off": "circle-slash",
}
INKS: Final[dict[Tone, str]] = {
    "ok": "ok",
    "warn": "warn",
    "bad": "bad",
    "info": "teal",
    "off": "ink3",
}


class State(Struct, frozen=True):
    """A state as it is shown: tone, words, and a shape where it is not the tone's usual one."""

    tone: Tone
    words: str
    icon: str = ""

    @property
    def shape(self) -> str:
        """The name of its icon."""
        return self.icon or SHAPES[self.tone]

    @property
    def shown(self) -> str:
        """Its words as they are drawn: each begins with a capital, wherever they come from."""
        return self.words[:1].upper() + self.words[1:]

    @property
    def ink(self) -> str:
        """The role of its colour."""
        return INKS[self.tone]


def done(words: str) -> State:
    """Done, agrees, paid."""
    return State("ok", words)


def due(words: str) -> State:
    """Due or soon."""
    return State("warn", words)


def late(words: str) -> State:
    """Late or wrong."""
    return State("bad", words)


def refused(words: str) -> State:
    """Refused or not found."""
    return State("bad", words, "circle-x")


def under_way(words: str) -> State:
    """Under way, or of this month."""
    return State("info", words)


def not_yet(words: str) -> State:
    """Not begun."""
    return State("info", words, "circle")


def cut_off(words: str) -> State:
    """Cut off, left out, dropped."""
    return State("off", words)


def history_changed(words: str) -> State:
    """The history was changed."""
    return State("bad", words, "octagon-alert")


def older_copy(words: str) -> State:
    """An older copy of the book."""
    return State("warn", words, "history")


def question(words: str) -> State:
    """A question to look at."""
    return State("warn", words, "circle-help")


def draft(words: str) -> State:
    """A draft that nobody has read over."""
    return State("warn", words, "pencil")
