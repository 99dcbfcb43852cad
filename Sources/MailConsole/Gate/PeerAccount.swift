import Glibc

/// Whose process is at the other end of a connection on this machine (proc_net_tcp(5)).
///
/// Cookies do not know ports, and a port knows no accounts: without this, every account of the machine
/// could speak to the pages.
package enum PeerAccount {
    /// - Parameters:
    ///   - client: The port at the other end.
    ///   - server: Ours.
    ///   - table: `/proc/net/tcp`.
    /// - Returns: The account's number; nil if the table does not have the connection.
    package static func user(client: Int, server: Int, in table: String) -> UInt32? {
        let (local, remote) = (loopback(client), loopback(server))
        for line in table.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: " ", omittingEmptySubsequences: true)
            // Of a connection that is closed already the kernel says root.
            guard cells.count > 7, cells[1] == local, cells[2] == remote, cells[3] == "01" else {
                continue
            }
            return UInt32(cells[7])
        }
        return nil
    }

    static func user(client: Int, server: Int) -> UInt32? {
        user(client: client, server: server, in: table)
    }

    /// The kernel hands it out a part at a time, and a short part is not the end.
    private static var table: String {
        let descriptor = open("/proc/net/tcp", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var octets: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &part, part.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return String(decoding: octets, as: UTF8.self) }
            octets.append(contentsOf: part.prefix(count))
        }
    }

    /// 127.0.0.1 as the kernel writes it on this machine's order of octets.
    private static func loopback(_ port: Int) -> String {
        let digits = String(port, radix: 16, uppercase: true)
        let address = UInt32(bigEndian: 0x7F00_0001)
        let host = String(address, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - host.count) + host + ":"
            + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
