"""Every drawing that papers ask for is there."""

from imt_desktop.reports.notice.icons import KIND_ICONS, OTHER, STANDING_ICONS, kind_icon
from imt_desktop.reports.paper import icons
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.receipt.parts import METHOD_ICONS
from imt_desktop.wording.kinds import EXPENSE, INCOME


def test_every_kind_has_its_drawing() -> None:
    assert set(KIND_ICONS) == {*INCOME, *EXPENSE}
    assert kind_icon("own-7") == OTHER


def test_every_drawing_is_there() -> None:
    wanted = {OTHER, *KIND_ICONS.values(), *STANDING_ICONS.values(), *METHOD_ICONS.values()}
    assert wanted <= icons.names()


def test_every_drawing_can_be_drawn() -> None:
    document = Document(200, 200, "icons", "en")
    sheet = document.sheet(200, 200)
    for name in icons.names():
        sheet.icon(name, 10, 10, 24, "#000000")
    assert document.finish().startswith(b"%PDF")
