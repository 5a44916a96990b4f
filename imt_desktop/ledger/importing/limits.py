"""How much of a stranger's file is read. Beyond these it is refused, with its reason."""

from typing import Final

MOST_FILE_BYTES: Final = 40_000_000
"""Bytes of a file on disk; a committee's workbook has some ten thousand."""
MOST_TEXT_BYTES: Final = 24_000_000
"""Bytes of a csv: 200,000 rows of 120 letters."""
MOST_PART_BYTES: Final = 160_000_000
"""Bytes of one unpacked part: 200,000 rows of eight cells as text take some 100 million."""
MOST_UNPACKED_BYTES: Final = 250_000_000
"""Bytes of all unpacked parts."""
MOST_RATIO: Final = 120
"""How many times larger a part may become. Sheets reach 10 to 40; deflate ends at 1,032."""
RATIO_FROM_BYTES: Final = 2_000_000
"""Below this size the ratio does not matter."""
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 60
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 3_000_000
"""Cells of the rectangle that a sheet spans, empty ones included: calamine keeps every one."""
MOST_CELL_TEXT: Final = 32_767
"""Letters in one cell; the file format's own limit."""
MOST_SHARED_TEXT: Final = 64_000_000
"""Letters of all cells, repeated texts counted each time."""
MOST_TOKEN_BYTES: Final = 1_000_000
"""Bytes of one cell's or shared text's markup."""

MEMORY_BYTES: Final = 512 * 1024 * 1024
"""Address space of the reading process."""
SECONDS: Final = 30
"""How long the reading process may take."""
