import CXML

/// Whom libxml2 calls: a C function cannot be generic, so the generic part overrides this.
///
/// A class, because libxml2 holds its address while it reads.
class XMLCallee {
    private var namespaces = XMLNamespaces()

    func begin(_ name: String, _ attributes: XMLAttributes, isForeign: Bool) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end() {}

    static var calls: einzelpost_xml_calls {
        einzelpost_xml_calls(
            begin: { context, name, space, count, attributes in
                guard let callee = XMLCallee.from(context), let name else { return }
                callee.begin(
                    String(cString: name),
                    XMLAttributes(pointers: attributes, count: count),
                    isForeign: callee.namespaces.isForeign(space)
                )
            },
            end: { context in XMLCallee.from(context)?.end() },
            text: { context, bytes, count in
                bytes?.withMemoryRebound(to: UInt8.self, capacity: count) {
                    XMLCallee.from(context)?.text(
                        UnsafeBufferPointer(start: $0, count: count)
                    )
                }
            }
        )
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLCallee? {
        context.map { Unmanaged<XMLCallee>.fromOpaque($0).takeUnretainedValue() }
    }
}
