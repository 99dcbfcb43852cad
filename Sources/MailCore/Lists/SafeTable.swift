/// A table as a German spreadsheet opens it by itself: UTF-8 with a byte order mark, semicolons,
/// CRLF.
///
/// No line `sep=;` in front: with it Excel no longer heeds the mark, and umlauts break.
struct SafeTable {
    let lines: [[SafeCell]]

    var octets: [UInt8] {
        var octets: [UInt8] = [0xEF, 0xBB, 0xBF]
        for line in lines {
            octets += line.map(\.quoted).joined(separator: ";").utf8
            octets += [0x0D, 0x0A]
        }
        return octets
    }
}
