import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailCore
import NIOCore

/// What a request is answered with.
enum Answer: Sendable {
    case page(Page)
    /// Somewhere else, to be fetched: what was sent with a form is not sent again by a reload.
    case elsewhere(String)
    /// Saved by the browser as a file of that name.
    case file([UInt8], name: String, type: String)
    case text(String, type: String)
    case stream(ResponseBody)
    case nothing
}

extension Response {
    init(html text: String, status: Int) {
        var headers = HTTPFields()
        headers[.contentType] = "text/html; charset=utf-8"
        self.init(
            status: HTTPResponse.Status(code: status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    init(leadingTo path: String) {
        var headers = HTTPFields()
        headers[.location] = path
        self.init(status: .seeOther, headers: headers)
    }

    init(text: String, type: String) {
        var headers = HTTPFields()
        headers[.contentType] = "\(type); charset=utf-8"
        self.init(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    init(octets: [UInt8], type: String) {
        var headers = HTTPFields()
        headers[.contentType] = type
        self.init(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets))
        )
    }

    init(file octets: [UInt8], name: String, type: String) {
        self.init(octets: octets, type: type)
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    }

    /// Events for as long as the page is open.
    init(stream: ResponseBody) {
        var headers = HTTPFields()
        headers[.contentType] = "text/event-stream; charset=utf-8"
        // A proxy must not wait until there is more of it.
        headers[HTTPField.Name.known("X-Accel-Buffering")] = "no"
        self.init(status: .ok, headers: headers, body: stream)
    }
}
