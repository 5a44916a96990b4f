"""IMT Desktop: fees, accounts and integrity plans for village water committees."""

__version__ = "0.1.0"
