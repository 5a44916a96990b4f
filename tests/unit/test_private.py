"""Private words are found wherever they stand in an entry."""

from __future__ import annotations

import typing

import msgspec
from msgspec import inspect

from imt_desktop.journal.entries import Entry, Part, Private
from imt_desktop.journal.private import PrivateFields, commitment
from imt_desktop.oversight.whole import ROOMS


class Inner(Part, frozen=True):
    word: Private
    plain: str = "p"


class Outer(Entry, frozen=True):
    KIND: typing.ClassVar[str] = "outer/1"

    name: Private
    one: Inner
    maybe: Inner | None
    many: tuple[Inner, ...]


OUTER = Outer(name="n", one=Inner(word="a"), maybe=None, many=(Inner(word=""), Inner(word="c")))
PATHS = ["name", "one/word", "many/1/word"]


def test_words_are_lifted_committed_to_and_put_back() -> None:
    fields = PrivateFields(Outer)
    body = msgspec.to_builtins(OUTER)
    words = fields.lift(body, lambda: b"salt")
    assert [(word.path, word.text) for word in words] == list(zip(PATHS, "nac", strict=True))
    assert body["many"][1]["word"] == commitment(b"salt", "c")
    assert body["many"][0] == {"word": "", "plain": "p"}
    stored = msgspec.convert(body, Outer)
    assert fields.commitments(stored) == {word.path: word.commitment for word in words}
    fields.put_back(body, {word.path: word.text for word in words})
    assert msgspec.convert(body, Outer) == OUTER


def test_a_forgotten_word_reads_as_nothing() -> None:
    fields = PrivateFields(Outer)
    body = msgspec.to_builtins(OUTER)
    fields.lift(body, lambda: b"salt")
    fields.put_back(body, {"name": "n"})
    assert (body["name"], body["one"]["word"]) == ("n", "")


def test_no_entry_of_ours_hides_a_word_where_it_would_not_be_found() -> None:
    """Lists of words, dictionaries and unions of several structs are not looked through."""

    def walk(kind: inspect.Type, inside: bool) -> None:
        if isinstance(kind, inspect.StructType):
            for field in kind.fields:
                of = field.type
                if isinstance(of, inspect.Metadata):
                    assert isinstance(of.type, inspect.StrType), field.name
                    continue
                many = isinstance(of, inspect.VarTupleType)
                walk(of.item_type if isinstance(of, inspect.VarTupleType) else of, many)
        elif isinstance(kind, inspect.UnionType):
            structs = [part for part in kind.types if isinstance(part, inspect.StructType)]
            assert len(structs) <= 1
            for part in kind.types:
                walk(part, inside)
        else:
            assert not isinstance(kind, inspect.Metadata | inspect.VarTupleType | inspect.DictType)

    for kind in ROOMS.kinds.values():
        walk(inspect.type_info(kind), False)
