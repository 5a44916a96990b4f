"""The words of Qt's own dialogs, such as choosing a file, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator


class QtWords(QObject):
    """Holds the catalogue that Qt brings along; a language that Qt has none for stays English.

    The words belong to the whole program: the last one that speaks is heard.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._code = ""
        self._catalogue: QTranslator | None = None

    def speak(self, code: str) -> None:
        """Say Qt's own words in a language from now on; what is open keeps its words."""
        if code == self._code:
            return
        for one in self._app.findChildren(QtWords):
            one.fall_silent()
        self._code = code
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        catalogue = QTranslator(self)  # Qt's English is in its code, and its file of English empty
        if catalogue.load(f"qtbase_{code}", folder):
            self._app.installTranslator(catalogue)
            self._catalogue = catalogue
        else:
            catalogue.deleteLater()

    def fall_silent(self) -> None:
        """Take the catalogue away."""
        self._code = ""
        if self._catalogue is not None:
            self._app.removeTranslator(self._catalogue)
            self._catalogue.deleteLater()
            self._catalogue = None
