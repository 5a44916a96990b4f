"""Photos and PDFs that entries name: they are kept in the book first."""

from __future__ import annotations

from imt_desktop.committee.errors import AttachmentMissingError
from imt_desktop.journal import Attachment, Reading


def kept(book: Reading, attachment: Attachment | None) -> Attachment | None:
    """Return an attachment that is in the book. Raises AttachmentMissingError."""
    if attachment is None:
        return None
    row = book.driver.execute(
        "SELECT media, length(bytes) FROM file WHERE sha256=?", (attachment.sha256,)
    ).fetchone()
    if row != (attachment.media, attachment.size):
        raise AttachmentMissingError(attachment.sha256).beside("attachment")
    return attachment
