"""The zip around a workbook: opened with suspicion, unpacked bounded and checked byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.importing import limits
from imt_desktop.ledger.importing.errors import (
    DamagedFileError,
    FileTooLargeError,
    ProtectedFileError,
    ZipBombError,
)

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_END_BYTES: Final = 22
_PIECE: Final = 256 * 1024
_FED: Final = 32 * 1024
_STORED, _DEFLATED = 0, 8


class Container(Struct, frozen=True):
    """A zip whose directory was checked. ``parts`` are its members by their lower-case paths."""

    name: str
    data: bytes
    parts: dict[str, zipfile.ZipInfo]

    def unpack(self, path: str) -> bytes:
        """Return a small part whole; raises FileTooLargeError above a million bytes."""
        size = self.parts[path].file_size
        if size > limits.MOST_TOKEN_BYTES:
            raise FileTooLargeError(self.name, size, limits.MOST_TOKEN_BYTES)
        return b"".join(self.chunks(path))

    def chunks(self, path: str) -> Iterator[bytes]:
        """Unpack a part piece by piece; its length and checksum must be what was declared.

        Raises DamagedFileError, ProtectedFileError.
        """
        info = self.parts[path]
        length = checksum = 0
        for piece in self._pieces(info):
            length += len(piece)
            checksum = zlib.crc32(piece, checksum)
            if length > info.file_size:
                raise ZipBombError(self.name, path)
            yield piece
        if length != info.file_size or checksum != info.CRC:
            raise DamagedFileError(self.name, path)

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(info)
        if info.compress_type == _STORED:
            yield from (bytes(packed[at : at + _PIECE]) for at in range(0, len(packed), _PIECE))
            return
        unpacker = zlib.decompressobj(-15)
        try:
            for at in range(0, len(packed), _FED):
                left: bytes | memoryview = packed[at : at + _FED]
                while left:
                    if unpacker.eof:  # something stands behind the end
                        raise DamagedFileError(self.name, info.filename)
                    yield unpacker.decompress(left, _PIECE)
                    left = unpacker.unconsumed_tail
            while not unpacker.eof and (rest := unpacker.decompress(b"", _PIECE)):
                yield rest
        except zlib.error:
            raise DamagedFileError(self.name, info.filename) from None
        if not unpacker.eof or unpacker.unused_data:
            raise DamagedFileError(self.name, info.filename)

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        at = info.header_offset
        if at < 0 or at + _LOCAL.size > len(self.data):
            raise DamagedFileError(self.name, info.filename)
        signature, _, flags, method, *_, name_length, extra = _LOCAL.unpack_from(self.data, at)
        at += _LOCAL.size
        name = self.data[at : at + name_length]
        at += name_length + extra
        if (info.flag_bits | flags) & 1:
            raise ProtectedFileError(self.name)
        if (
            signature != b"PK\x03\x04"
            or method != info.compress_type
            or method not in (_STORED, _DEFLATED)
            or name
            != info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
            or at + info.compress_size > len(self.data)
        ):
            raise DamagedFileError(self.name, info.filename)
        return memoryview(self.data)[at : at + info.compress_size]


def open_container(data: bytes, name: str) -> Container:
    """Read a zip's directory and refuse what could not be an honest workbook.

    Raises DamagedFileError, ZipBombError, FileTooLargeError.
    """
    end = data[-_END_BYTES:]
    if end[:4] != b"PK\x05\x06" or end[-2:] != b"\0\0":
        raise DamagedFileError(name, "zip")  # cut off, or something was hung on behind
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as directory:
            infos = directory.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError, EOFError):
        raise DamagedFileError(name, "zip") from None
    parts = {info.filename.replace("\\", "/").lower(): info for info in infos}
    if len(parts) != len(infos) or len(infos) > limits.MOST_PARTS:
        raise DamagedFileError(name, "zip")  # two parts of one name: readers would disagree
    if sum(info.compress_size for info in infos) > len(data):
        raise ZipBombError(name, "zip")  # parts overlap
    for path, info in parts.items():
        if (
            info.file_size > limits.RATIO_FROM_BYTES
            and info.file_size > limits.MOST_RATIO * info.compress_size
        ):
            raise ZipBombError(name, path)
        if info.file_size > limits.MOST_PART_BYTES:
            raise FileTooLargeError(name, info.file_size, limits.MOST_PART_BYTES)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.MOST_UNPACKED_BYTES:
        raise FileTooLargeError(name, unpacked, limits.MOST_UNPACKED_BYTES)
    return Container(name, data, parts)
