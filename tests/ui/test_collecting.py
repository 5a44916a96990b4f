"""What a job makes of a large book is not walked over as new by Python's collector, and is still collected."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from imt_desktop.ui import collecting


class Node:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def owner() -> Iterator[object]:
    made = object()
    gc.collect()
    collecting.rest(made)
    yield made
    collecting.go_on(made)


def test_many_rows_are_old_at_once(owner: object) -> None:
    rows = [[number] for number in range(collecting.MANY + 1)]
    node = ref(Node())
    collecting.go_on(owner)
    assert gc.isenabled()
    young = {id(one) for at in (0, 1) for one in gc.get_objects(at)}
    assert not young.intersection(map(id, rows))
    gc.collect()
    assert node() is None, "and nothing of them stays for ever"


def test_few_rows_are_young(owner: object) -> None:
    rows = [[number] for number in range(10)]
    collecting.go_on(owner)
    young = {id(one) for at in (0, 1) for one in gc.get_objects(at)}
    assert young.issuperset(map(id, rows))
