import MailCore
import MailImport
import Testing

struct StatusCellTests {
    @Test(arguments: [
        ("storniert", StatusCell.cancelled), ("abgesagt", .cancelled), ("gelöscht", .cancelled),
        ("cancelled", .cancelled), ("canceled", .cancelled), ("CANCELLED", .cancelled),
        ("REJECTED", .cancelled), ("Storno", .cancelled), ("storniert 12.03.", .cancelled),
        ("no-show", .doubtful), ("nicht erschienen", .doubtful), ("erschienen", .doubtful),
        ("geimpft", .doubtful), ("wahrgenommen", .doubtful), ("verschoben", .doubtful),
        ("umgebucht", .doubtful), ("Warteliste", .doubtful), ("PENDING", .doubtful),
        ("AWAITING_HOST", .doubtful), ("Draft", .doubtful), ("Rescheduled", .doubtful),
        ("reserviert", .active), ("vorgemerkt", .active), ("ACCEPTED", .active),
        ("Booked", .active), ("Confirmed", .active), ("bestätigt", .active), ("", .active),
        ("steht", .unknown), ("hat angerufen", .unknown),
    ])
    func `every status word of the research has its meaning`(cell: String, meaning: StatusCell) {
        #expect(StatusCell(parsing: cell, header: "Status") == meaning)
    }

    @Test func `an office may add words, and the careful meaning wins`() {
        let own = StatusWords(
            active: ["steht", "verschoben", "in Klärung"],
            cancelled: ["zurückgegeben"],
            doubtful: ["in Klärung"]
        )
        func read(_ cell: String) -> StatusCell {
            StatusCell(parsing: cell, header: "Stand", words: own)
        }
        #expect(read("Steht ") == .active)
        #expect(read("verschoben") == .active)
        #expect(read("ZURÜCKGEGEBEN") == .cancelled)
        #expect(read("in Klaerung") == .doubtful)
        #expect(read("storniert") == .cancelled)
        #expect(read("anders") == .unknown)
    }
}
