"""``python -m imt_desktop``: the window, or with further words the command line."""

import sys


def main() -> int:
    """Start what the words ask for; heavy parts are imported only where they are needed."""
    words = sys.argv[1:]
    if not words:
        from imt_desktop.app import main as open_window

        return open_window()
    if words[0] == "gallery":
        from imt_desktop.ui.gallery import main as draw_gallery

        return draw_gallery(words[1:])
    if words[0] == "--read-spreadsheet":  # a frozen program is its own reading process
        from imt_desktop.ledger.importing.child import main as read_spreadsheet

        return read_spreadsheet(words[1:])
    if words[0] == "--beside":  # long work on a book, which somebody else waits for
        from imt_desktop.oversight.beside import main as work_beside

        return work_beside(words[1:])
    from imt_desktop.cli import main as command

    return command(words)


if __name__ == "__main__":
    sys.exit(main())
