import MailConsole
import Testing

/// Whose process is at the other end, by the kernel's own table.
struct PeerAccountTests {
    /// The server's end, the browser's end, a connection that is closed, and another one.
    private static let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:2261 00000000:0000 0A 00000000:00000000 00:00000000 00000000   990        0 1
           1: 0100007F:2261 0100007F:9C40 01 00000000:00000000 00:00000000 00000000   990        0 2
           2: 0100007F:9C40 0100007F:2261 01 00000000:00000000 00:00000000 00000000  1001        0 3
           3: 0100007F:9C41 0100007F:2261 06 00000000:00000000 03:00000A1B 00000000     0        0 0
           4: 0100007F:9C42 0100007F:2262 01 00000000:00000000 00:00000000 00000000  1002        0 4
           5: 0200007F:9C43 0100007F:2261 01 00000000:00000000 00:00000000 00000000  1003        0 5
        """

    private static func user(_ client: Int) -> UInt32? {
        PeerAccount.user(client: client, server: 0x2261, in: table)
    }

    @Test func `it is the account at the browser's end`() {
        #expect(Self.user(0x9C40) == 1_001)
    }

    @Test func `a connection that is closed is nobody's, and not root's`() {
        #expect(Self.user(0x9C41) == nil)
    }

    @Test func `another port, another address and no connection are nobody's`() {
        #expect(Self.user(0x9C42) == nil)
        #expect(Self.user(0x9C43) == nil)
        #expect(Self.user(1) == nil)
        #expect(PeerAccount.user(client: 0x9C40, server: 0x2261, in: "") == nil)
    }
}
