import CCurl
import Glibc
import MailCore

/// Owner of one libcurl handle for one request of a web page.
///
/// Not `Sendable`; `@safe`: the pointer is private, made once in `init`, and freed in `deinit` alone.
@safe final class PageHandle {
    private let curl: UnsafeMutableRawPointer
    private let sink = PageSink()

    /// Nil if there is no memory.
    init?() {
        guard CurlHandle.isReady, let curl = unsafe curl_easy_init() else { return nil }
        unsafe self.curl = curl
    }

    deinit { unsafe curl_easy_cleanup(curl) }

    /// Fetches one page, and nothing else.
    ///
    /// - Parameters:
    ///   - url: Begins with `https://`.
    ///   - caFile: Certificates to trust instead of the system's; nil for the system's.
    ///   - milliseconds: For everything; more than 0.
    /// - Returns: The answer, cut off at the size limit.
    /// - Throws: `PageFailure`.
    func fetch(
        _ url: String,
        trusting caFile: String?,
        within milliseconds: Int
    ) throws(PageFailure) -> PageAnswer {
        for result in settings(url, caFile, milliseconds) where result != CURLE_OK {
            throw .broken
        }
        let result = unsafe curl_easy_perform(curl)
        guard result == CURLE_OK || sink.isFull else { throw PageFailure(result) }
        return answer(to: url)
    }

    private func settings(_ url: String, _ caFile: String?, _ milliseconds: Int) -> [CURLcode] {
        // All calls hand libcurl our own handle. Texts are copied by it; the sink belongs to this
        // object and outlives the transfer.
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        var results = unsafe [
            page_url(curl, url), page_https_only(curl), page_follow_nothing(curl),
            page_user_agent(curl), page_time_limit(curl, milliseconds),
            relay_verify_certificate(curl), relay_minimum_tls_1_2(curl), relay_no_proxy(curl),
            relay_no_netrc(curl), relay_no_signals(curl), relay_no_progress(curl),
            page_on_header(curl, takeHeader, context), page_on_body(curl, takeBody, context),
        ]
        if let caFile { unsafe results.append(relay_ca_file(curl, caFile)) }
        return results
    }

    private func answer(to url: String) -> PageAnswer {
        var status = 0
        // libcurl writes one number to the place given.
        _ = unsafe page_status(curl, &status)
        return PageAnswer(
            url: url,
            status: status,
            redirect: unsafe page_redirect(curl).map { unsafe String(cString: $0) },
            fields: sink.fields,
            body: sink.body,
            isWhole: !sink.isFull
        )
    }
}

extension PageFailure {
    fileprivate init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: .hostUnknown
            case CURLE_COULDNT_CONNECT: .cannotConnect
            case CURLE_OPERATION_TIMEDOUT: .timeout
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ENGINE_NOTFOUND:
                .notEncrypted
            default: .broken
            }
    }
}

/// Collects what comes; used by the thread that fetches, only while it does.
private final class PageSink {
    private(set) var fields: [PageAnswer.Field] = []
    private(set) var body: [UInt8] = []
    private(set) var isFull = false

    /// Octets; no page that informs needs more.
    private static let limit = 2_000_000

    func take(header line: UnsafeRawBufferPointer) {
        let line = unsafe String(decoding: line, as: UTF8.self)
        if let field = PageAnswer.Field(line: line) { fields.append(field) }
    }

    /// How much was taken; less than all of it ends the transfer.
    func take(body piece: UnsafeRawBufferPointer) -> Int {
        let room = Self.limit - body.count
        guard piece.count <= room else {
            unsafe body.append(contentsOf: piece.prefix(room))
            isFull = true
            return 0
        }
        unsafe body.append(contentsOf: piece)
        return piece.count
    }
}

/// libcurl hands over one line, and the sink that `settings` gave it; both live for this call.
private func takeHeader(
    line: UnsafeMutablePointer<CChar>?,
    size: Int,
    count: Int,
    context: UnsafeMutableRawPointer?
) -> Int {
    guard let line = unsafe line, let context = unsafe context else { return 0 }
    let sink = unsafe Unmanaged<PageSink>.fromOpaque(context).takeUnretainedValue()
    unsafe sink.take(header: UnsafeRawBufferPointer(start: line, count: size * count))
    return size * count
}

/// Likewise for a piece of the page.
private func takeBody(
    piece: UnsafeMutablePointer<CChar>?,
    size: Int,
    count: Int,
    context: UnsafeMutableRawPointer?
) -> Int {
    guard let piece = unsafe piece, let context = unsafe context else { return 0 }
    let sink = unsafe Unmanaged<PageSink>.fromOpaque(context).takeUnretainedValue()
    return unsafe sink.take(body: UnsafeRawBufferPointer(start: piece, count: size * count))
}
