"""Where the community's derived tables are gathered; each part names its own."""

from typing import Final

from sqlalchemy import MetaData

TABLES: Final = MetaData()
