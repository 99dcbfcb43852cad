import MailCore
import MailImport

/// Any text as an address, and as the cell of a schedule.
func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = UnsafeBufferPointer(start: bytes, count: count)
    guard let text = String(validating: input, as: UTF8.self) else { return 0 }
    if let address = try? EmailAddress(parsing: text) { check(address) }
    if case .address(let address) = AddressCell(parsing: text) { check(address) }
    return 0
}

/// One mailbox, and nothing that a mail server could take for more.
private func check(_ address: EmailAddress) {
    let octets = Array(address.text.utf8)
    precondition(octets.count <= 254, "an address fits into a path")
    precondition(octets.allSatisfy { (0x21...0x7E).contains($0) }, "only visible ASCII")
    precondition(octets.count { $0 == UInt8(ascii: "@") } == 1, "one mailbox")
    precondition(!octets.contains { "<>,;:\"()[]\\%!".utf8.contains($0) }, "no second path")
    let again = try? EmailAddress(parsing: address.text)
    precondition(again?.text == address.text, "an address is read back as it is")
    precondition(AddressCell(parsing: address.text) != .several, "one address is not several")
    precondition(!"\(address)".contains("@"), "an address does not show itself")
}
