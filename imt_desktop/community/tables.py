"""Where the community's derived tables are gathered; each part names its own."""

from typing import Final

from imt_desktop.journal.schema import MetaData

TABLES: Final = MetaData()
