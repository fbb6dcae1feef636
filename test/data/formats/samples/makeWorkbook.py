"""Makes friends.xlsx: sheets of edges and nodes, a hidden one and an empty one. openpyxl 3.1, Python 3.11.

    python makeWorkbook.py
"""
from datetime import date
from pathlib import Path

from openpyxl import Workbook

book = Workbook()
edges = book.active
edges.title = "Who knows whom"
edges.append(["source", "target", "weight", "since"])
edges.append(["Ann", "Bob; B.", 1.5, date(2026, 11, 30)])
edges.append(["Bob; B.", "#3", 2, date(1999, 1, 1)])
edges.append(["#3", "Ann", 0.1, date(2024, 2, 29)])
nodes = book.create_sheet("People")
nodes.append(["id", "team", "code", "active"])
nodes.append(["Ann", "red & blue", "007", True])
nodes.append(["Bob; B.", "line\nbreak", "1e5", False])
nodes.append(["#3", 'say "x"', None, True])
notes = book.create_sheet("Notes")
notes.append(["not for you"])
notes.sheet_state = "hidden"
book.create_sheet("Empty")
book.save(Path(__file__).parent / "friends.xlsx")
