/// One pass over the raw octets: what SMTP and every relay on the way must agree about.
enum WireCheck {
    static func findings(in bytes: [UInt8]) -> [GuardFinding] {
        var line = 1
        var length = 0
        var inBody = false
        var previous: UInt8 = 0x0A
        for octet in bytes {
            switch octet {
            case 0x0A:
                // A bare LF or CR is how one message becomes two (SMTP smuggling).
                guard previous == 0x0D else { return [.octet(line: line)] }
                if length == 0 { inBody = true }
                line += 1
                length = 0
            case 0x0D:
                guard previous != 0x0D else { return [.octet(line: line)] }
            case 0x20...0x7E, 0x09:
                guard previous != 0x0D else { return [.octet(line: line)] }
                if length == 0 && octet == 0x2E { return [.leadingDot(line: line)] }
                length += 1
                // RFC 5322 section 2.1.1; RFC 2045 section 6.7 for our encoded bodies.
                if length > (inBody ? 76 : 998) { return [.longLine(line: line)] }
            default:
                return [.octet(line: line)]
            }
            previous = octet
        }
        return previous == 0x0A && bytes.count >= 2 ? [] : [.octet(line: line)]
    }
}
