import CXML

/// Whom libxml2 calls: it holds the address of an object, and a C function cannot be generic.
final class XMLCallee {
    typealias Begin = (String, XMLAttributes, _ isForeign: Bool) -> Void
    typealias Text = (UnsafeBufferPointer<UInt8>) -> Void

    private let begin: Begin
    private let text: Text
    private let end: () -> Void
    private var namespaces = XMLNamespaces()

    init(begin: @escaping Begin, text: @escaping Text, end: @escaping () -> Void) {
        self.begin = begin
        self.text = text
        self.end = end
    }

    static var calls: einzelpost_xml_calls {
        einzelpost_xml_calls(
            begin: { context, name, space, count, attributes in
                guard let callee = XMLCallee.from(context), let name else { return }
                callee.begin(
                    String(cString: name),
                    XMLAttributes(pointers: attributes, count: count),
                    callee.namespaces.isForeign(space)
                )
            },
            end: { context in XMLCallee.from(context)?.end() },
            text: { context, bytes, count in
                bytes?.withMemoryRebound(to: UInt8.self, capacity: count) {
                    XMLCallee.from(context)?.text(UnsafeBufferPointer(start: $0, count: count))
                }
            }
        )
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLCallee? {
        context.map { Unmanaged<XMLCallee>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// Owner of one parser of libxml2; it keeps alive whom the parser calls.
final class XMLParser {
    private let parser: OpaquePointer
    private let callee: XMLCallee

    init(_ callee: XMLCallee) throws(ScheduleError) {
        let context = Unmanaged.passUnretained(callee).toOpaque()
        guard let parser = einzelpost_xml_open(XMLCallee.calls, context) else {
            throw WorkbookRefusal.tooLarge.error
        }
        self.parser = parser
        self.callee = callee
    }

    deinit { einzelpost_xml_close(parser) }

    /// Reads the next bytes, during which the callee is called, on this thread.
    ///
    /// - Parameters:
    ///   - bytes: None if there are no more.
    ///   - isLast: Whether these are the last.
    /// - Returns: Why it is no XML to be read; nil if it is. Then it must not be called again.
    func read(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> WorkbookRefusal? {
        let answer = bytes.withUnsafeBytes {
            einzelpost_xml_read(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
        }
        switch Int(answer) {
        case EINZELPOST_XML_FINE: return nil
        case EINZELPOST_XML_DOCTYPE: return .doctype
        default: return .brokenXML
        }
    }
}
