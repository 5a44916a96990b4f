"""SQLite's door to the disk in memory: a VFS of apsw that logs every write and flush."""

from __future__ import annotations

import apsw

from bench.soaking.disk import Disk

NAME = "power-cuts"

POWERSAFE_OVERWRITE = 0x1000
"""What SQLite's own VFS says of disks: bytes beside those being written are not harmed."""


class File:
    """An open file of the disk in memory. Locks are not needed: one connection has it alone."""

    def __init__(self, disk: Disk, file: int, name: str | None) -> None:
        self._disk, self._file, self._delete = disk, file, name

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._disk.files[self._file][offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.write(self._file, offset, data)

    def xTruncate(self, size: int) -> None:
        self._disk.cut(self._file, size)

    def xSync(self, flags: int) -> None:
        self._disk.flush(self._file)

    def xFileSize(self) -> int:
        return len(self._disk.files[self._file])

    def xClose(self) -> None:
        if self._delete:
            self._disk.remove(self._delete)

    def xLock(self, level: int) -> None:
        return None

    def xUnlock(self, level: int) -> None:
        return None

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return POWERSAFE_OVERWRITE


class PowerCutVFS(apsw.VFS):
    """Names are those of the disk in memory; a file without a name is temporary."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._temporary = 0
        super().__init__(NAME, "")

    def xFullPathname(self, name: str) -> str:
        return name

    def xOpen(self, name: object, flags: list[int]) -> File:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        delete = None
        if path is None:
            self._temporary += 1
            path = delete = f"temporary-{self._temporary}"
        assert isinstance(path, str)
        if flags[0] & apsw.SQLITE_OPEN_DELETEONCLOSE:
            delete = path
        if path not in self.disk.names:
            if not flags[0] & apsw.SQLITE_OPEN_CREATE:
                raise apsw.CantOpenError(path)
            self.disk.create(path)
        flags[1] = flags[0]
        return File(self.disk, self.disk.names[path], delete)

    def xDelete(self, path: str, sync_folder: bool) -> None:
        self.disk.remove(path)
        if sync_folder:
            self.disk.flush_names()

    def xAccess(self, path: str, flags: int) -> bool:
        return path in self.disk.names
