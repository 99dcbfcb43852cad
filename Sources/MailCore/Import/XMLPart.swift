import CXML

/// What is told while one part of a workbook is read.
///
/// A place is an element that is looked into. The elements stand in each other, so what an element
/// is follows from its name and the place around it, and a name means nothing elsewhere.
protocol XMLPartReader {
    associatedtype Place

    /// The place that an element opens in `place`; nil to leave out all that stands in it.
    ///
    /// `place` is nil for the outermost element, whose answer nil says that this is another part.
    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place?

    /// Text directly in `place`; one text may come in several pieces.
    mutating func text(
        _ bytes: UnsafeBufferPointer<UInt8>,
        in place: Place
    ) throws(ScheduleError)

    mutating func end(_ place: Place) throws

    /// Whether nothing more needs to be read.
    var isDone: Bool { get }
}

extension XMLPartReader {
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, in place: Place) {}
    mutating func end(_ place: Place) {}
    var isDone: Bool { false }
}

/// Feeds one part of a workbook to libxml2 and what it tells to a reader.
final class XMLPart<Reader: XMLPartReader>: XMLCallee {
    private var reader: Reader
    /// The elements looked into that are open.
    private var places: [Reader.Place] = []
    /// How many open elements are left out.
    private var leftOut = 0
    private var failure: (any Error)?

    private init(_ reader: Reader) { self.reader = reader }

    /// Reads a whole part.
    ///
    /// - Parameters:
    ///   - reader: Is told everything.
    ///   - next: The next bytes, none at the end.
    /// - Returns: The reader, having been told everything.
    /// - Throws: `ScheduleError`, and whatever `reader` and `next` throw.
    static func read(
        _ reader: Reader,
        from next: () throws -> ArraySlice<UInt8>
    ) throws -> Reader {
        let part = XMLPart(reader)
        try part.feed(next)
        return part.reader
    }

    private func feed(_ next: () throws -> ArraySlice<UInt8>) throws {
        // libxml2 calls back during `einzelpost_xml_read` only, on this thread.
        let context = Unmanaged.passUnretained(self as XMLCallee).toOpaque()
        guard let parser = einzelpost_xml_open(Self.calls, context) else {
            throw WorkbookRefusal.tooLarge.error
        }
        defer { einzelpost_xml_close(parser) }
        var isLast = false
        while !isLast, !reader.isDone {
            let bytes = try next()
            isLast = bytes.isEmpty
            let answer = bytes.withUnsafeBytes {
                einzelpost_xml_read(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
            }
            if let failure { throw failure }
            switch Int(answer) {
            case EINZELPOST_XML_FINE: continue
            case EINZELPOST_XML_DOCTYPE: throw WorkbookRefusal.doctype.error
            default: throw WorkbookRefusal.brokenXML.error
            }
        }
    }

    override func begin(_ name: String, _ attributes: XMLAttributes, isForeign: Bool) {
        guard failure == nil else { return }
        // libxml2 keeps its own limit only where it builds a tree.
        guard places.count + leftOut < WorkbookLimit.depth else {
            failure = WorkbookRefusal.brokenXML.error
            return
        }
        guard leftOut == 0, !isForeign else {
            leftOut += 1
            return
        }
        do {
            if let place = try reader.begin(name, in: places.last, attributes) {
                places.append(place)
            } else if places.isEmpty {
                throw WorkbookRefusal.brokenXML.error
            } else {
                leftOut += 1
            }
        } catch {
            failure = error
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil, leftOut == 0, let place = places.last else { return }
        do { try reader.text(bytes, in: place) } catch { failure = error }
    }

    override func end() {
        guard failure == nil else { return }
        guard leftOut == 0 else {
            leftOut -= 1
            return
        }
        guard let place = places.popLast() else { return }
        do { try reader.end(place) } catch { failure = error }
    }
}
