"""Name the Debian packages whose libraries this computer lacks: none is good news.

python tools/system_libraries.py [window]    with "window": also what a real window needs

The libraries are looked for and not the packages, because other systems call the packages otherwise.
"""

import ctypes
import sys

DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the packages of the libraries that cannot be loaded."""
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    """Say whether the system finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    wanted = DRAWING | WINDOW if "window" in sys.argv[1:] else DRAWING
    sys.stdout.write(" ".join(missing(wanted)))
