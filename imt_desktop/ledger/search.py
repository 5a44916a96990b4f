"""Names as they are searched: without case and accents."""

import unicodedata


def folded(text: str) -> str:
    """Return a text as it is compared: ``Núñez`` finds ``nunez``."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
