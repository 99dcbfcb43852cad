import Foundation
import Glibc

/// POSIX sockets on 127.0.0.1, as far as tests need them.
package enum Loopback {
    /// Where somebody listens.
    package struct Place: Sendable {
        /// The last three octets of 127.x.x.x.
        let host: (UInt8, UInt8, UInt8)
        /// 0 for any free one.
        let port: Int

        package init(host: (UInt8, UInt8, UInt8) = (0, 0, 1), port: Int = 0) {
            self.host = host
            self.port = port
        }
    }

    package struct Failure: Error {
        package let call: String
        package let code: Int32
    }

    /// A port nobody listens on.
    ///
    /// Somebody else may take it before it is used; nobody on a test machine does.
    package static func freePort() throws -> Int {
        let (descriptor, port) = try listen(at: Place(), receiveBuffer: nil)
        close(descriptor)
        return port
    }

    /// Whether somebody listens on this port.
    package static func accepts(port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = address(of: Place(port: port))
        return withSockAddr(&address) { connect(descriptor, $0, $1) } == 0
    }

    static func listen(
        at place: Place,
        receiveBuffer: Int?
    ) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        if let receiveBuffer { set(SO_RCVBUF, to: Int32(receiveBuffer), on: descriptor) }
        // A port that was used a moment ago can be used again.
        set(SO_REUSEADDR, to: Int32(1), on: descriptor)
        var address = address(of: place)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        guard withSockAddr(&address, { bind(descriptor, $0, $1) }) == 0,
            Glibc.listen(descriptor, 64) == 0,
            withSockAddr(&address, { pointer, _ in getsockname(descriptor, pointer, &size) }) == 0
        else {
            defer { close(descriptor) }
            throw Failure(call: "listen", code: errno)
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Makes the next `close` send RST instead of FIN.
    static func prepareReset(of descriptor: Int32) {
        set(SO_LINGER, to: linger(l_onoff: 1, l_linger: 0), on: descriptor)
    }

    /// False if the other end is gone.
    static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits for bytes; nil when the other end is gone.
    static func receive(from descriptor: Int32) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Waits until the other end hangs up, or `shutdown` is called here; reads nothing.
    static func waitForHangUp(on descriptor: Int32) {
        // POLLRDHUP; Glibc's module map hides it behind _GNU_SOURCE.
        var entry = pollfd(fd: descriptor, events: 0x2000, revents: 0)
        while poll(&entry, 1, -1) < 0, errno == EINTR {}
    }

    private static func set<Value: BitwiseCopyable>(
        _ option: Int32,
        to value: Value,
        on descriptor: Int32
    ) {
        var value = value
        setsockopt(
            descriptor,
            SOL_SOCKET,
            option,
            &value,
            socklen_t(MemoryLayout<Value>.size)
        )
    }

    private static func address(of place: Place) -> sockaddr_in {
        let host = [127, place.host.0, place.host.1, place.host.2]
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(place.port).bigEndian
        address.sin_addr.s_addr = host.reduce(in_addr_t(0)) { $0 << 8 | in_addr_t($1) }.bigEndian
        return address
    }

    private static func withSockAddr<Result>(
        _ address: inout sockaddr_in,
        _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
