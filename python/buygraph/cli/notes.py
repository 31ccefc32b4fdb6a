"""What is to be said of a table that was not understood in every place."""

from __future__ import annotations


class Notes:
    """A list of notes in one language; each is given in both."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.list: list[str] = []

    def words(self, english: str, chinese: str) -> str:
        """The one of the two in the language of the notes."""
        return chinese if self.language == "zh" else english

    def add(self, english: str, chinese: str) -> None:
        self.list.append(self.words(english, chinese))

    def row(self, number: int, english: str, chinese: str) -> None:
        """A note on a row of the table, by the number that a spreadsheet gives it."""
        self.add(f"row {number}: {english}", f"第 {number} 行：{chinese}")
