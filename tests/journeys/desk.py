"""The command line over one book in a folder, for the journeys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.cli import main

CASES = Path(__file__).resolve().parents[1] / "cases"


class Desk:
    """A folder with one book, and the command line over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.book = folder / "our.imt"
        self._folder, self._capsys = folder, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        status = main([words[0], str(self.book), *words[1:]])
        out, err = self._capsys.readouterr()
        return status, out, err

    def ask(self, *words: str) -> dict[str, Any]:
        status, out, err = self.run(*words, "--json")
        assert status == 0, out + err
        answer: dict[str, Any] = json.loads(out)
        return answer

    def refused(self, *words: str) -> dict[str, Any]:
        status, out, _err = self.run(*words, "--json")
        assert status == 1
        answer: dict[str, Any] = json.loads(out)
        return answer

    def post(self, *requests: dict[str, Any]) -> tuple[int, str, str]:
        file = self._folder / "requests.jsonl"
        file.write_text("".join(json.dumps(request) + "\n" for request in requests))
        return self.run("post", str(file))

    def found(self, currency: str = "KES", country: str = "KE", first: str = "2020-01") -> None:
        words = ("--name", "Kiboko", "--country", country, "--currency", currency)
        status, _out, err = self.run("new", *words, "--first-month", first)
        assert status == 0, err
