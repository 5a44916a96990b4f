"""Putting a theme on: palette, style sheet, type, icons and drawings follow, live."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from imt_desktop.ui.theme import (
    DARK,
    LIGHT,
    THEMES,
    apply,
    colour,
    current,
    em,
    font,
    icon_pixmap,
    paint_drawing,
    paint_ring,
    scale,
)
from imt_desktop.ui.theme import drawings as drawings_module
from imt_desktop.ui.theme import icons as icons_module
from imt_desktop.ui.theme.sheet import style_sheet
from imt_desktop.ui.widgets.states import SHAPES

ALL = pytest.mark.parametrize("name", sorted(THEMES))


@ALL
def test_the_palette_carries_the_theme(qapp: QApplication, name: str) -> None:
    apply(qapp, name)
    roles = THEMES[name]
    assert current() is roles
    palette = QGuiApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(roles.paper)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(roles.teal_tint)
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off == QColor(roles.ink3)


@ALL
@pytest.mark.parametrize("times", [1.0, 2.0])
def test_the_style_sheet_is_filled(name: str, times: float) -> None:
    sheet = style_sheet(THEMES[name], times)
    assert "@" not in sheet
    assert not re.search(r"\d+em\b", sheet)
    assert f"font-size: {round(22 * times)}px" in sheet


def test_text_doubles(qapp: QApplication) -> None:
    apply(qapp, "light", 2.0)
    assert scale() == 2.0
    assert (em(40), font("fact", bold=True).pixelSize()) == (80, 56)
    apply(qapp, "light", 1.0)
    assert (em(40), font("fact").pixelSize()) == (40, 28)


def test_whoever_gets_a_font_may_change_it(qapp: QApplication) -> None:
    apply(qapp, "light")
    font("body").setItalic(True)
    assert not font("body").italic()


def test_the_bundled_font_is_used(qapp: QApplication) -> None:
    apply(qapp, "light")
    assert font().family() == "Noto Sans"


def test_a_shown_label_follows_live(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, "light")
    label = QLabel("Kiboko")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.show()
    light = label.palette().color(QPalette.ColorRole.WindowText)
    small = label.sizeHint().height()
    apply(qapp, "dark", 2.0)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ink) != light
    assert label.sizeHint().height() > 1.8 * small


def test_icons_take_the_colour_of_their_role(qapp: QApplication) -> None:
    apply(qapp, "light")
    image = icon_pixmap("circle", "bad", 40, 2.0).toImage()
    assert image.width() == 80
    colours = {
        image.pixelColor(x, 40).name().upper()
        for x in range(80)
        if image.pixelColor(x, 40).alpha() == 255
    }
    assert colours == {LIGHT.bad}


def test_every_state_has_its_own_shape_and_file() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)
    for shape in SHAPES.values():
        assert (icons_module.FOLDER / f"{shape}.svg").is_file()


def test_icons_are_drawings_of_24_with_their_licence() -> None:
    files = list(icons_module.FOLDER.glob("*.svg"))
    assert len(files) > 60
    for file in files:
        text = file.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in text, file.name
        assert "currentColor" in text, file.name
    assert "ISC" in (icons_module.FOLDER / "LICENSE").read_text("utf-8")


@ALL
def test_every_drawing_is_drawn(qapp: QApplication, name: str) -> None:
    apply(qapp, name)
    for file in drawings_module.FOLDER.glob("*.svg"):
        assert not re.search(r"[{}]", drawings_module.drawing_svg(file.stem, THEMES[name]))
        image = QImage(80, 60, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        paint_drawing(painter, file.stem, QRectF(0, 0, 80, 60))
        painter.end()
        empty = QImage(image)
        empty.fill(0)
        ornament_only = name == "contrast" and file.stem == "foot-rail"
        assert (image == empty) == ornament_only, file.stem


def test_the_ring_is_teal_but_not_on_teal(qapp: QApplication) -> None:
    apply(qapp, "light")
    for ground, expected in ((LIGHT.card, LIGHT.teal), (LIGHT.teal, LIGHT.on_teal)):
        image = QImage(40, 40, QImage.Format.Format_ARGB32)
        image.fill(QColor(ground))
        painter = QPainter(image)
        paint_ring(painter, QRectF(0, 0, 40, 40), ground)
        painter.end()
        assert image.pixelColor(20, 1).name().upper() == expected


def test_a_role_without_colour_is_transparent(qapp: QApplication) -> None:
    apply(qapp, "contrast")
    assert colour("wave1").alpha() == 0
    apply(qapp, "light")
