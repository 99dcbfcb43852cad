import CCurl
import struct Foundation.Date
import Glibc
import MailCore

/// Owner of one libcurl handle, which is one connection.
///
/// The only file that knows libcurl, beside `PageHandle`, which has nothing to do with mail.
///
/// Not `Sendable`: a handle may move between threads, but never serve two at once. `@safe`: both
/// pointers are private, made once in `init`, and freed in `deinit` alone.
@safe final class CurlHandle {
    /// What became of one attempt to move bytes.
    ///
    /// Nothing here ever waits.
    enum Transfer {
        case moved(Int)
        /// Not now. A send must be repeated with the same bytes at the same place: TLS may have
        /// begun to write them.
        case again
        /// End of file or an error; the connection is over.
        case ended
    }

    private let curl: UnsafeMutableRawPointer
    /// libcurl keeps pointers to both; they are freed after the handle.
    private let errorText: UnsafeMutablePointer<CChar>
    private let log: ReplyLog

    /// Once for the process, before any handle.
    ///
    /// SIGPIPE is ignored because a relay that closes its end must become a verdict, not the end of
    /// this process; libcurl does not do it for us.
    static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    /// Nil if there is no memory.
    init?() {
        guard Self.isReady, let curl = unsafe curl_easy_init() else { return nil }
        unsafe self.curl = curl
        log = unsafe ReplyLog(of: curl)
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    /// Sends no QUIT and does not wait: libcurl leaves the farewell of such a connection to us.
    deinit {
        unsafe curl_easy_cleanup(curl)
        unsafe errorText.deallocate()
    }

    /// Every reply that came before our own first command.
    var replies: [ReplyLines] { log.replies }

    /// Whether bytes came that are no reply.
    var sawGarbage: Bool { log.sawGarbage }

    /// How the connection is encrypted, once it stands.
    var tls: TLSFacts? { log.tls }

    /// libcurl's own words on the last failure; they name hosts and certificates, never people.
    var failureText: String {
        // libcurl ends the text with NUL within CURL_ERROR_SIZE bytes; the buffer is ours.
        unsafe String(cString: errorText)
    }

    /// Resolves, connects, encrypts, says EHLO and logs in.
    ///
    /// Nil on success.
    func connect(to relay: Relay, url: String, within timeout: Duration) -> CurlFailure? {
        for result in settings(of: relay, url: url, timeout: timeout) where result != CURLE_OK {
            return .impossible
        }
        let result = unsafe curl_easy_perform(curl)
        return result == CURLE_OK ? nil : CurlFailure(result)
    }

    private func settings(of relay: Relay, url: String, timeout: Duration) -> [CURLcode] {
        // All calls hand libcurl our own handle. Texts are copied by it; the error buffer and the
        // log belong to this object and outlive the handle.
        var results = unsafe [
            relay_url(curl, url), relay_smtp_only(curl), relay_connect_only(curl),
            relay_verify_certificate(curl), relay_minimum_tls_1_2(curl), relay_no_proxy(curl),
            relay_no_netrc(curl), relay_no_signals(curl), relay_no_progress(curl),
            relay_error_buffer(curl, errorText),
            relay_connect_timeout(curl, Int(clamping: timeout.wholeMilliseconds)),
            relay_on_line(curl, takeLine, Unmanaged.passUnretained(log).toOpaque()),
        ]
        if relay.security != .none { unsafe results.append(relay_require_tls(curl)) }
        if let file = relay.caFile { unsafe results.append(relay_ca_file(curl, file)) }
        results += settings(of: relay.tls)
        if let login = relay.login { results += settings(of: login) }
        return results
    }

    private func settings(of demands: TLSDemands) -> [CURLcode] {
        var results: [CURLcode] = []
        if let key = demands.pinnedKey { unsafe results.append(relay_pinned_key(curl, key.text)) }
        if let own = demands.clientCertificate {
            unsafe results.append(relay_client_certificate(curl, own.path, own.key))
        }
        switch demands.profile {
        case .usual: break
        case .bsi: unsafe results.append(relay_bsi_profile(curl))
        }
        return results
    }

    private func settings(of login: Login) -> [CURLcode] {
        let options = login.mechanisms.map { "AUTH=\($0.name)" }.joined(separator: ";")
        let proof =
            switch login.proof {
            case .password(let password):
                unsafe relay_login(curl, login.username, password.secretText)
            case .token(let token): unsafe relay_token(curl, login.username, token.secretText)
            }
        return unsafe [proof, relay_login_mechanisms(curl, options)]
    }

    /// The descriptor to wait on; nil if there is no connection.
    var socket: Int32? {
        var socket: curl_socket_t = -1
        // libcurl writes one descriptor to the place given.
        let result = unsafe relay_socket(curl, &socket)
        return result == CURLE_OK && socket >= 0 ? socket : nil
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        var moved = 0
        // libcurl reads `count` bytes from the buffer the caller lends, and keeps none of them
        // except within TLS, see `Transfer.again`.
        let result = unsafe curl_easy_send(curl, bytes.baseAddress, bytes.count, &moved)
        return transfer(result, moved)
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        var moved = 0
        // libcurl writes at most `count` bytes into the buffer the caller lends.
        let result = unsafe curl_easy_recv(curl, buffer.baseAddress, buffer.count, &moved)
        return transfer(result, moved)
    }

    private func transfer(_ result: CURLcode, _ moved: Int) -> Transfer {
        switch result {
        case CURLE_OK: moved > 0 ? .moved(moved) : .ended
        case CURLE_AGAIN: .again
        default: .ended
        }
    }

    /// Ends the connection at once.
    ///
    /// Must run before the handle is freed when something is unsaid: libcurl's own farewell could
    /// wait, or push out what TLS still holds.
    func abandon() {
        guard let socket else { return }
        _ = shutdown(socket, Int32(SHUT_RDWR))
    }
}

/// What libcurl reported while it connected.
enum CurlFailure: Hashable {
    case hostUnknown
    case cannotConnect
    case timeout
    case connectionLost
    case notExpected
    case ehloRefused
    case noTLS
    case certificate
    case caFile
    /// The relay showed another key than it must.
    case pinnedKey
    /// Our own certificate or its key cannot be used.
    case clientCertificate
    case handshake
    case login
    /// Out of memory, or an option this libcurl does not know.
    case impossible

    fileprivate init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: .hostUnknown
            case CURLE_COULDNT_CONNECT: .cannotConnect
            case CURLE_OPERATION_TIMEDOUT: .timeout
            case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .connectionLost
            case CURLE_WEIRD_SERVER_REPLY: .notExpected
            case CURLE_REMOTE_ACCESS_DENIED: .ehloRefused
            case CURLE_USE_SSL_FAILED: .noTLS
            case CURLE_PEER_FAILED_VERIFICATION: .certificate
            case CURLE_SSL_CACERT_BADFILE: .caFile
            case CURLE_SSL_PINNEDPUBKEYNOTMATCH: .pinnedKey
            case CURLE_SSL_CERTPROBLEM: .clientCertificate
            case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_NOTFOUND: .handshake
            case CURLE_LOGIN_DENIED: .login
            default: .impossible
            }
    }
}

/// Collects the replies libcurl reads before we speak ourselves.
///
/// Used by the thread that runs `connect`, only while it runs. `@safe`: the pointer is the owner's,
/// which outlives this object's use.
@safe private final class ReplyLog {
    private let curl: UnsafeMutableRawPointer
    private var reader = ReplyReader()
    private(set) var tls: TLSFacts?
    private(set) var replies: [ReplyLines] = []
    private(set) var sawGarbage = false

    init(of curl: UnsafeMutableRawPointer) {
        unsafe self.curl = curl
    }

    func take(_ bytes: UnsafeRawBufferPointer) {
        // libcurl lets nobody see the TLS session but during its own transfer, which ends with the
        // login. The last answer counts: with STARTTLS the first lines come in clear text.
        tls = unsafe TLSFacts(of: curl)
        unsafe reader.push(bytes)
        do throws(ReplyFault) {
            while let reply = try reader.next() { replies.append(reply) }
        } catch {
            sawGarbage = true
            reader = ReplyReader()
        }
    }
}

/// libcurl hands over one line, and the log that `settings` gave it; both live for this call.
private func takeLine(
    line: UnsafeMutablePointer<CChar>?,
    size: Int,
    count: Int,
    context: UnsafeMutableRawPointer?
) -> Int {
    guard let line = unsafe line, let context = unsafe context else { return 0 }
    let log = unsafe Unmanaged<ReplyLog>.fromOpaque(context).takeUnretainedValue()
    unsafe log.take(UnsafeRawBufferPointer(start: line, count: size * count))
    return size * count
}

extension TLSFacts {
    /// Nil without TLS, or if this libcurl does not let us look.
    fileprivate init?(of curl: UnsafeMutableRawPointer) {
        var facts = unsafe relay_tls()
        // OpenSSL's names are constants of the library; everything else is copied.
        guard unsafe relay_tls_facts(curl, &facts) == 1,
            let version = unsafe facts.version, let cipher = unsafe facts.cipher,
            let certificate = unsafe withUnsafeBytes(
                of: facts.certificate,
                { unsafe Digest(octets: $0) }
            )
        else { return nil }
        unsafe self.init(
            version: String(cString: version),
            cipher: String(cString: cipher),
            certificate: certificate,
            validUntil: facts.has_end == 1 ? Date(timeIntervalSince1970: Double(facts.end)) : nil
        )
    }
}

/// The libraries that run, by the names that they give themselves.
package enum TransportLibrary {
    /// `7.88.1`; nil if it does not tell.
    package static var curl: String? { unsafe text(relay_curl_version()) }

    /// `OpenSSL/3.0.17`, or another TLS library.
    package static var tls: String? { unsafe text(relay_tls_version()) }

    // Both are constants of the library.
    private static func text(_ constant: UnsafePointer<CChar>?) -> String? {
        unsafe constant.map { unsafe String(cString: $0) }
    }
}
