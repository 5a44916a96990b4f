"""Which drawing stands for which kind of money."""

from typing import Final

KIND_ICONS: Final = {
    "fee": "droplet",
    "kiosk": "jerrican",
    "connection": "plug-zap",
    "reconnection": "rotate-ccw",
    "fine": "gavel",
    "sale": "receipt-text",
    "ahead": "fast-forward",
    "unknown": "circle-question-mark",
    "grant": "gift",
    "donation": "heart-handshake",
    "contribution": "users",
    "interest": "percent",
    "loan": "hand-coins",
    "fuel": "fuel",
    "electricity": "zap",
    "wages": "hard-hat",
    "repairs": "wrench",
    "parts": "toolbox",
    "treatment": "flask-conical",
    "transport": "truck",
    "office": "briefcase",
    "meetings": "users",
    "charges": "landmark",
    "licences": "file-badge",
    "rent": "building-2",
    "renewal": "wrench",
    "asset": "package",
    "support": "users",
    "loan-interest": "percent",
    "advance": "wallet",
    "loan-repaid": "handshake",
    "refund": "undo-2",
}

OTHER: Final = "shapes"

STANDING_ICONS: Final = {
    "had": "clock",
    "have": "vault",
    "short before": "circle-alert",
    "short now": "circle-alert",
}


def kind_icon(code: str) -> str:
    """Return the icon of a kind; a committee's own category has a common one."""
    return KIND_ICONS.get(code, OTHER)
