"""Colours: every text can be read on every ground that it stands on."""

from itertools import product

import pytest
from msgspec.structs import asdict

from imt_desktop.ui.theme import CONTRAST, DARK, LIGHT, THEMES, Roles
from imt_desktop.ui.theme.contrast import ratio

ALL = pytest.mark.parametrize("roles", THEMES.values(), ids=lambda roles: roles.name)
GROUNDS = ("paper", "side", "card", "sunk", "teal_tint", "teal_tint2")
TEXTS = ("ink", "ink2", "ink3", "teal")
STATES = ("ok", "warn", "bad")


def _pairs() -> list[tuple[str, str]]:
    pairs = list(product(TEXTS, GROUNDS))
    pairs += [("on_teal", "teal"), ("on_teal", "teal_hover"), ("paper", "ink")]
    pairs += [(state, f"{state}_tint") for state in STATES]
    pairs += list(product(STATES, ("paper", "card", "sunk", "teal_tint", "teal_tint2")))
    return pairs


@ALL
def test_text_is_read_on_its_ground(roles: Roles) -> None:
    weak = {
        f"{text} on {ground}": round(ratio(roles.colour(text), roles.colour(ground)), 2)
        for text, ground in _pairs()
        if ratio(roles.colour(text), roles.colour(ground)) < 4.5
    }
    assert weak == {}


@ALL
def test_borders_of_fields_and_whole_bars_are_seen(roles: Roles) -> None:
    for shape, ground in product(("field", "teal", "out", "target"), ("card", "paper")):
        assert ratio(roles.colour(shape), roles.colour(ground)) >= 3, (shape, ground)


def test_the_lowest_contrast_is_the_one_the_design_names() -> None:
    assert ratio(LIGHT.ink3, LIGHT.teal_tint) == pytest.approx(4.55, abs=0.05)


def test_the_walk_finds_a_weak_colour() -> None:
    assert ratio("#8C8373", LIGHT.card) < 4.5
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)


@ALL
def test_every_role_is_a_colour(roles: Roles) -> None:
    for name, value in asdict(roles).items():
        if name not in ("name", "border", "ornaments"):
            none_allowed = name.startswith("wave") and not roles.ornaments
            assert (value == "none" and none_allowed) or len(value) == 7


def test_contrast_has_no_ornaments_and_thick_borders() -> None:
    assert (CONTRAST.border, CONTRAST.ornaments) == (2, False)
    assert (LIGHT.border, DARK.border) == (1, 1)


def test_roles_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        LIGHT.paper = "#000000"  # type: ignore[misc]


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(AttributeError):
        LIGHT.colour("border")
