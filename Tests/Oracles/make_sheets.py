"""Writes a workbook with openpyxl, one sheet after the other.

    make_sheets.py FILE SHEETS

SHEETS is JSON: a list of objects with `name`, `rows` (lists of texts), and `state` (`visible`,
`hidden`, `veryHidden`); a sheet without `rows` is a chart.
"""

import json
import sys

import openpyxl


def main(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in json.loads(sheets):
        if "rows" in sheet:
            page = book.create_sheet(sheet["name"])
            for row in sheet["rows"]:
                page.append(row)
        else:
            page = book.create_chartsheet(sheet["name"])
            page.add_chart(openpyxl.chart.BarChart())
        page.sheet_state = sheet["state"]
    # A program shows a sheet that people see.
    book.active = next(place for place, page in enumerate(book._sheets) if page.sheet_state == "visible")
    book.save(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
