"""The words of Qt's own dialogs and the names of keys, in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from imt_desktop.i18n import Translator, mark
from imt_desktop.ui.keys import KEYS, key_names

FILE_WORDS: Final[Mapping[str, str]] = {
    "&Look in:": mark("Look in:"),
    "File &name:": mark("File name:"),
    "Files of &type:": mark("Files of this kind:"),
    "Directory:": mark("Folder:"),
    "Back": mark("Back"),
    "Forward": mark("Forward"),
    "Parent Directory": mark("One folder up"),
    "Create New Folder": mark("New folder"),
    "List View": mark("As a list"),
    "Detail View": mark("With size and date"),
    "&Open": mark("Open"),
    "&Save": mark("Save"),
    "&Choose": mark("Choose"),
    "Cancel": mark("Leave"),
    "Name": mark("Name"),
    "Size": mark("Size"),
    "Type": mark("Kind"),
    "Date Modified": mark("Last changed"),
    "Folder": mark("Folder"),
    "%1 already exists.\nDo you want to replace it?": mark("%1 is there already. Replace it?"),
}
"""What the dialog that chooses a file says, and in our words: Qt has no Swahili, and gaps elsewhere."""

_CONTEXTS: Final = frozenset(
    {"QFileDialog", "QFileSystemModel", "QPlatformTheme", "QAbstractFileIconProvider"}
)


class _OwnWords(QTranslator):
    """Answers for keys and the dialog that chooses a file; for all else Qt's catalogue does."""

    def __init__(self, code: str, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = Translator(code)
        self._keys = key_names(self._tr)

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt installs no catalogue that is empty."""
        return False

    def translate(  # None is what Qt takes for "not known here"
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        """Return the words, or None where Qt's are to be asked."""
        if context == KEYS:
            return self._keys.get(source)
        known = FILE_WORDS.get(source) if context in _CONTEXTS else None
        return self._tr.gettext(known) if known else None


class QtWords(QObject):
    """Holds the catalogue that Qt brings along, and our own words before it.

    The words belong to the whole program: the last one that speaks is heard.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._code = ""
        self._catalogues: list[QTranslator] = []

    def speak(self, code: str) -> None:
        """Say Qt's own words in a language from now on; what is open keeps its words."""
        if code == self._code:
            return
        for one in self._app.findChildren(QtWords):
            one.fall_silent()
        self._code = code
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        catalogue = QTranslator(self)  # Qt's English is in its code, and its file of English empty
        found = [catalogue] if catalogue.load(f"qtbase_{code}", folder) else []
        self._catalogues = [*found, _OwnWords(code, self)]  # Qt asks the last one first
        for each in self._catalogues:
            self._app.installTranslator(each)
        if not found:
            catalogue.deleteLater()

    def fall_silent(self) -> None:
        """Take the catalogues away."""
        self._code = ""
        for one in self._catalogues:
            self._app.removeTranslator(one)
            one.deleteLater()
        self._catalogues = []
