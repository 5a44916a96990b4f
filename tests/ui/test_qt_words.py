"""Choosing a file speaks the language of the window, also where Qt draws the dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from imt_desktop.app import build
from imt_desktop.i18n import Translator
from imt_desktop.settings import Places, Settings, save
from imt_desktop.ui.keys import key_words
from imt_desktop.ui.qt_words import QtWords
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import Button
from imt_desktop.ui.widgets.draw import cap_width


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    words = QtWords(qapp)
    yield words
    words.speak("en")


LABELS = ("Look in:", "File name:", "Files of this kind:")


def labels(qtbot: QtBot) -> set[str]:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    return {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}


def test_a_file_is_chosen_in_the_language_of_the_window(words: QtWords, qtbot: QtBot) -> None:
    words.speak("en")
    english = labels(qtbot)
    assert english == set(LABELS)
    for code in ("es", "fr", "sw"):  # Qt has no Swahili, and gaps in the others
        words.speak(code)
        assert labels(qtbot) == {Translator(code).gettext(each) for each in LABELS}, code
        assert not labels(qtbot) & english


def test_keys_are_called_as_on_the_keyboards_of_the_language(words: QtWords, qtbot: QtBot) -> None:
    caps = []
    for code in ("fr", "en"):
        words.speak(code)
        button = Button("…", key="Ctrl+Enter", listen=False)
        qtbot.addWidget(button)
        caps.append((key_words(button.key), button.accessibleDescription(), cap_width("Esc")))
    french, english = caps
    assert french[:2] == ("Ctrl+Entrée", "Ctrl+Entrée")
    assert english[:2] == ("Ctrl+Enter", "Ctrl+Enter")
    assert french[2] > english[2]  # there is room for what is written on it
    assert key_words("F2") == "F2" and key_words("Ctrl+P") == "Ctrl+P"


def test_the_last_one_that_speaks_is_heard(
    words: QtWords, qapp: QApplication, qtbot: QtBot
) -> None:
    english = labels(qtbot)
    QtWords(qapp).speak("fr")
    words.speak("en")
    assert labels(qtbot) == english


def test_the_program_begins_and_goes_on_in_the_language_of_the_laptop(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    places = Places(tmp_path / "Books", tmp_path / "config")
    save(places, Settings(language="fr"))
    program = build(qapp, places)
    assert any("Nom" in each for each in labels(qtbot))
    program.show_start()
    window = program.window
    assert isinstance(window, StartWindow)
    window.spoken.emit("en")
    assert not any("Nom" in each for each in labels(qtbot))
    # Another window stands in its place then, and the first one is gone.
    qtbot.waitUntil(lambda: program.window is not window)
    assert program.window is not None
    qtbot.addWidget(program.window)


def test_what_is_not_ours_to_say_is_said_by_qt(words: QtWords, qapp: QApplication) -> None:
    words.speak("es")
    assert qapp.translate("QAbstractSpinBox", "&Step up") == "&Aumentar"
    words.speak("sw")
    assert qapp.translate("QAbstractSpinBox", "&Step up") == "&Step up"
