"""Writes workbooks with openpyxl and XlsxWriter, and beside each what openpyxl reads in it.

    make_workbooks.py DIR COUNT SEED

NNN.xlsx is a workbook; expected.json a list with, for each: its name, which of its sheets is read (its
place from 1, its name, and the word that chooses it, or null where none is needed), the rows of that
(number, whether hidden, cells), and what stands in the workbook beside them. A cell is {"text": ...} or, for numbers without a
format of dates, {"number": ...}. Everything follows from SEED.
"""

import datetime
import json
import os
import random
import sys
import warnings

import openpyxl
import openpyxl.styles.numbers
import xlsxwriter

WORDS = ["Müller", "Öztürk-Schmidt", "Nguyễn Văn An", "ليلى حداد", "Straße 1 & <2>", "a\nb", " blank ",
         "", "'+49 171 3920031", "'=2 Personen", "'s-Hof", "+49 30 23125 000", "0221 4710 012", "01067",
         "erika@example.org", "😀", "\u00a0x", "\"quoted\"", "]]>", "&amp;", "a\tb", "=x"]
DATE_FORMATS = ["dd/mm/yyyy", "yyyy-mm-dd", "d. mmmm yyyy", "[$-407]dddd, d. mmmm yyyy;@", "dd.mm.yy"]
TIME_FORMATS = ["hh:mm", "h:mm:ss", "hh:mm \"Uhr\"", "h:mm AM/PM"]
BOTH_FORMATS = ["dd/mm/yyyy hh:mm", "yyyy-mm-dd hh:mm:ss", "d.m.yy h:mm"]
NUMBER_FORMATS = ["General", "0", "0.00", "#,##0.00 \"Stunden\"", "[Red]0.0", "@", "0%"]
SHEET_NAMES = ["Termine", "Termine & <Orte>", "Halle \"2\"", "16.03.2021", "06.03.2021", "KW 11", "2",
               "Straße", "😀 Liste", " Liste ", "Lista'ly"]


def value_of(chance):
    """A kind, a value, and the number format that goes with it."""
    kind = chance.choice("text text text integer float date time both boolean error formula empty blank".split())
    day = datetime.date(1904, 1, 2) + datetime.timedelta(chance.randrange(90000))
    time = datetime.time(chance.randrange(24), chance.randrange(60), chance.choice([0, 0, chance.randrange(60)]))
    return kind, {
        "text": lambda: (chance.choice(WORDS), "General"),
        "integer": lambda: (chance.choice([0, 1, -5, 44271, 492215000000, 999999999999999]), chance.choice(NUMBER_FORMATS)),
        "float": lambda: (chance.choice([0.385416667, 0.5, -1.25, 1e-7, 1e20, chance.random()]), chance.choice(NUMBER_FORMATS)),
        "date": lambda: (day, chance.choice(DATE_FORMATS)),
        "time": lambda: (time, chance.choice(TIME_FORMATS)),
        "both": lambda: (datetime.datetime.combine(day, time), chance.choice(BOTH_FORMATS)),
        "boolean": lambda: (chance.choice([True, False]), "General"),
        "error": lambda: ("#N/A", "General"),
        "formula": lambda: (chance.choice([7, "ja", 2.5]), "General"),
        "empty": lambda: (None, "General"),
        "blank": lambda: (None, "0.00"),
    }[kind]()


def with_openpyxl(path, chance, rows):
    book = openpyxl.Workbook()
    if chance.random() < 0.3:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = chance.choice(SHEET_NAMES)
    for number, (is_hidden, cells) in rows.items():
        sheet.row_dimensions[number].hidden = is_hidden
        for column, (kind, (value, form)) in cells.items():
            cell = sheet.cell(number, column)
            if kind == "formula":
                cell.value = "=1+1"
            elif kind == "text" and value.startswith("="):
                cell.value, cell.data_type = value, "s"
            else:
                cell.value = value
            cell.number_format = form
    if chance.random() < 0.3:
        sheet.auto_filter.ref = "A1:C9"
    if chance.random() < 0.3:
        sheet.column_dimensions["B"].hidden = True
    for other in range(chance.randrange(3)):
        # In front of the list, or behind it.
        book.create_sheet(index=chance.choice([0, None]))["A1"] = chance.choice([None, 1, "x"])
    if len(book.worksheets) > 1 and chance.random() < 0.3:
        chance.choice(book.worksheets).sheet_state = "hidden"
    book.save(path)
    return book.index(sheet)


def with_xlsxwriter(path, chance, rows):
    options = {"constant_memory": chance.random() < 0.4, "strings_to_formulas": False,
               "strings_to_urls": False, "date_1904": chance.random() < 0.3, "use_zip64": chance.random() < 0.2}
    book = xlsxwriter.Workbook(path, options)
    before, behind = chance.choice([0, 0, 1, 2]), chance.randrange(3)
    fronts = [book.add_worksheet() for _ in range(before)]
    sheet = book.add_worksheet(chance.choice(SHEET_NAMES))
    bold = book.add_format({"bold": True})
    is_filtered = not options["constant_memory"] and chance.random() < 0.3
    if is_filtered:
        sheet.autofilter("A1:C9")
        sheet.filter_column(0, "x == 1")
    if chance.random() < 0.3:
        sheet.set_column("B:D", None, None, {"hidden": True})
    for number, (is_hidden, cells) in sorted(rows.items()):
        if is_hidden:
            sheet.set_row(number - 1, None, None, {"hidden": True})
        for column, (kind, (value, form)) in sorted(cells.items()):
            place, style = (number - 1, column - 1), book.add_format({"num_format": form})
            if kind == "text" and len(value) > 3 and chance.random() < 0.2:
                sheet.write_rich_string(*place, value[:2], bold, value[2:])
            elif kind == "text":
                sheet.write_string(*place, value)
            elif kind in ("integer", "float"):
                sheet.write_number(*place, value, style)
            elif kind in ("date", "time", "both"):
                sheet.write_datetime(*place, value, style)
            elif kind == "boolean":
                sheet.write_boolean(*place, value)
            elif kind == "error":
                sheet.write_formula(*place, "=NA()", None, "#N/A")
            elif kind == "formula":
                sheet.write_formula(*place, "=1+1", None, value)
            elif kind == "blank":
                sheet.write_blank(*place, None, style)
    if chance.random() < 0.3:
        sheet.merge_range(60, 0, 60, 2, "merged")
    sheets = fronts + [sheet] + [book.add_worksheet() for _ in range(behind)]
    for other in sheets:
        if other is not sheet and chance.random() < 0.5:
            other.write(0, 0, "x")
    if len(sheets) > 1 and chance.random() < 0.3:
        hidden = chance.choice(sheets)
        next(other for other in sheets if other is not hidden).activate()
        hidden.hide()
    book.close()
    return before


def text_of(cell):
    """What a cell has to become, from what openpyxl makes of it."""
    value = cell.value
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return {"text": "TRUE" if value else "FALSE"}
    if isinstance(value, (int, float)):
        return {"number": value}
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return {"text": f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"}
    if isinstance(value, datetime.time):
        return {"text": value.replace(microsecond=0).isoformat()}
    if isinstance(value, datetime.datetime):
        value = (value + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
        shows_time = "time" in openpyxl.styles.numbers.is_datetime(cell.number_format)
        is_midnight = value.time() == datetime.time()
        return {"text": f"{value:%Y-%m-%d}" if is_midnight and not shows_time else f"{value:%Y-%m-%d %H:%M:%S}"}
    return {"text": value}


def word_for(chance, sheets, place):
    """What chooses a sheet: its name, or its number if no hidden sheet makes that uncertain; None for the first."""
    words = [sheets[place].title, sheets[place].title.upper()]
    if all(sheet.sheet_state == "visible" for sheet in sheets[:place + 1]):
        words += [str(place + 1)] if str(place + 1) not in [sheet.title for sheet in sheets] else []
        words += [None] if place == 0 else []
    return chance.choice(words)


def reading(path, name, place, chance):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path)
    sheet = values.worksheets[place]
    rows, width = [], 0
    for line in sheet.iter_rows():
        cells = [text_of(cell) for cell in line]
        used = [column for column, cell in enumerate(cells) if cell]
        if used:
            width = max(width, used[-1] + 1)
            rows.append({"row": line[0].row, "hidden": bool(sheet.row_dimensions[line[0].row].hidden), "cells": cells})
    for row in rows:
        row["cells"] = [cell or {"text": ""} for cell in row["cells"][:width]] + [{"text": ""}] * (width - len(row["cells"]))
    hidden = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            hidden.update(range(dimension.min, dimension.max + 1))
    return {
        "name": name, "rows": rows, "columns": width, "sheet_number": place + 1, "sheet_name": sheet.title,
        "word": word_for(chance, values.worksheets, place),
        "hidden_columns": len([column for column in hidden if column <= width]),
        "sheets": len(values.worksheets),
        "hidden_sheets": len([other for other in values.worksheets if other.sheet_state != "visible"]),
        "others": len([other for other in values.worksheets if other is not sheet and any(
            cell.value is not None for line in other.iter_rows() for cell in line)]),
        "formulas": len([cell for line in formulas.worksheets[place].iter_rows() for cell in line if cell.data_type == "f"]),
        "errors": len([cell for line in sheet.iter_rows() for cell in line if cell.data_type == "e"]),
        "merged": len(sheet.merged_cells.ranges),
        "is_1904": values.epoch == openpyxl.utils.datetime.CALENDAR_MAC_1904,
    }


def main(folder, count, seed):
    expected = []
    for number in range(int(count)):
        chance = random.Random(f"{seed} {number}")
        lines = chance.sample(range(1, 40), chance.randrange(1, 12))
        rows = {line: (chance.random() < 0.15,
                       {column: value_of(chance) for column in chance.sample(range(1, 30), chance.randrange(1, 9))})
                for line in sorted(lines)}
        name = f"{number:03}.xlsx"
        path = os.path.join(folder, name)
        place = chance.choice([with_openpyxl, with_xlsxwriter])(path, chance, rows)
        expected.append(reading(path, name, place, chance))
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
