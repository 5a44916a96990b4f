"""Sealing a copy for a stick with age: to the keys of people, or to words.

Age is a published format with programs of its own, so a sealed copy can be opened without us.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import pyrage

from imt_desktop.journal import errors
from imt_desktop.journal.copies import disk

ENDING: Final = ".age"

_MAGIC: Final = b"age-encryption.org/v1\n"
_WORDS: Final = b"-> scrypt "
_SECRET: Final = "AGE-SECRET-KEY-"
_WRONG: Final = ("No matching keys found", "Decryption failed")
"""What age says of another's key and of wrong words; anything else means a broken file."""


def seal_to_keys(data: bytes, sealed: Path, keys: Iterable[str]) -> None:
    """Seal a copy for everybody who has one of these keys.

    Raises SealKeyError, CannotWriteError, DiskFullError.
    """
    recipients = [_recipient(key) for key in keys]
    _write(sealed, pyrage.encrypt(data, recipients))


def seal_to_words(data: bytes, sealed: Path, words: str) -> None:
    """Seal a copy with words. Raises CannotWriteError, DiskFullError."""
    _write(sealed, pyrage.passphrase.encrypt(data, words))


def check_key(key: str) -> None:
    """Look whether copies can be sealed for a public key. Raises SealKeyError."""
    _recipient(key)


def sealed_to(sealed: Path) -> Literal["keys", "words"]:
    """Say what opens a sealed file. Raises BookMissingError, NotSealedError."""
    try:
        with sealed.open("rb") as file:
            start = file.read(len(_MAGIC) + len(_WORDS))
    except FileNotFoundError:
        raise errors.BookMissingError(str(sealed)) from None
    except OSError as error:
        raise errors.DiskFailedError(str(sealed)) from error
    if not start.startswith(_MAGIC):
        raise errors.NotSealedError(str(sealed))
    return "words" if start.endswith(_WORDS) else "keys"


def opened_with_key(sealed: Path, key_file: Path) -> bytes:
    """Open a sealed file with a secret key. Raises KeyFileError, NotSealedError, SealShutError."""
    identities = _identities(key_file)
    return _opened(sealed, lambda data: pyrage.decrypt(data, identities))


def opened_with_words(sealed: Path, words: str) -> bytes:
    """Open a sealed file with its words. Raises NotSealedError, SealShutError."""
    return _opened(sealed, lambda data: pyrage.passphrase.decrypt(data, words))


def new_key(path: Path) -> str:
    """Make a secret key for somebody and write it to a file; returns the public key.

    Raises BookExistsError where there is a file already, CannotWriteError.
    """
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    if path.exists():
        raise errors.BookExistsError(str(path))
    with disk.writing(path):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(file, "w", encoding="ascii") as out:
                out.write(f"# public key: {public}\n{identity}\n")
        except OSError:
            disk.drop(path)
            raise
    return public


def _recipient(key: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as error:
        raise errors.SealKeyError(key).beside("keys") from error


def _identities(key_file: Path) -> Sequence[Any]:
    try:
        words = key_file.read_text(encoding="ascii").split()
        found = [pyrage.x25519.Identity.from_str(word) for word in words if _SECRET in word]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError) as error:
        raise errors.KeyFileError(str(key_file)).beside("key") from error
    if not found:
        raise errors.KeyFileError(str(key_file)).beside("key")
    return found


def _opened(sealed: Path, decrypt: Callable[[bytes], bytes]) -> bytes:
    sealed_to(sealed)
    try:
        return decrypt(sealed.read_bytes())
    except OSError as error:
        raise errors.DiskFailedError(str(sealed)) from error
    except pyrage.DecryptError as error:
        if str(error) in _WRONG:
            raise errors.SealShutError(str(sealed)) from error
        raise errors.NotSealedError(str(sealed)) from error


def _write(sealed: Path, data: bytes) -> None:
    """Write a sealed file, read it back, and only then give it its name."""
    part = sealed.with_name(sealed.name + ".part")
    try:
        with disk.writing(sealed):
            part.write_bytes(data)
            disk.flush(part)
            if part.read_bytes() != data:
                raise errors.DiskFailedError(str(sealed))
            disk.put(part, sealed)
    finally:
        disk.drop(part)
