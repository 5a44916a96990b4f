"""The look: colours by role, sizes of type, icons, drawings, and putting them on."""

from imt_desktop.ui.theme.apply import apply, dress, restyle, system_theme
from imt_desktop.ui.theme.drawings import app_icon, drawing_size, paint_drawing
from imt_desktop.ui.theme.icons import icon, icon_pixmap, paint_icon
from imt_desktop.ui.theme.palette import colour, current
from imt_desktop.ui.theme.roles import CONTRAST, DARK, LIGHT, THEMES, Roles
from imt_desktop.ui.theme.style import paint_ring
from imt_desktop.ui.theme.type import Step, em, font, put_scale_on, scale, width_of

__all__ = [
    "CONTRAST",
    "DARK",
    "LIGHT",
    "THEMES",
    "Roles",
    "Step",
    "app_icon",
    "apply",
    "colour",
    "current",
    "drawing_size",
    "dress",
    "em",
    "font",
    "icon",
    "icon_pixmap",
    "paint_drawing",
    "paint_icon",
    "paint_ring",
    "put_scale_on",
    "restyle",
    "scale",
    "system_theme",
    "width_of",
]
