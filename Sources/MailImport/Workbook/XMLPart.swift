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

extension XMLPartReader {
    /// Reads a whole part with libxml2, or as much of it as is needed.
    ///
    /// - Parameter next: The next bytes, none at the end.
    /// - Throws: `ScheduleError`, and whatever `next` and the reader throw.
    mutating func read(from next: () throws -> ArraySlice<UInt8>) throws {
        var elements = XMLElements(self)
        let callee = XMLCallee(
            begin: { name, attributes, isForeign in
                elements.begin(name, attributes, isForeign: isForeign)
            },
            text: { elements.text($0) },
            end: { elements.end() }
        )
        let parser = try XMLParser(callee)
        var isLast = false
        while !isLast, !elements.reader.isDone {
            let bytes = try next()
            isLast = bytes.isEmpty
            let answer = parser.read(bytes, isLast: isLast)
            // What the reader found comes first: it is why the rest was not read.
            if let failure = elements.failure { throw failure }
            if let refusal = answer { throw refusal.error }
        }
        guard elements.isComplete || elements.reader.isDone else {
            throw WorkbookRefusal.brokenXML.error
        }
        self = elements.reader
    }
}

/// The open elements of a part, and what is told of them to its reader.
private struct XMLElements<Reader: XMLPartReader> {
    private(set) var reader: Reader
    private(set) var failure: (any Error)?
    /// Whether the outermost element has ended.
    private(set) var isComplete = false
    /// The elements looked into that are open.
    private var places: [Reader.Place] = []
    /// How many open elements are left out.
    private var leftOut = 0

    init(_ reader: Reader) { self.reader = reader }

    mutating func begin(_ name: String, _ attributes: XMLAttributes, isForeign: Bool) {
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

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil, leftOut == 0, let place = places.last else { return }
        do { try reader.text(bytes, in: place) } catch { failure = error }
    }

    mutating func end() {
        guard failure == nil else { return }
        guard leftOut == 0 else {
            leftOut -= 1
            return
        }
        guard let place = places.popLast() else { return }
        do { try reader.end(place) } catch { failure = error }
        isComplete = places.isEmpty
    }
}

extension WorkbookArchive {
    /// Reads a part that describes others, to its end.
    func read<Reader: XMLPartReader>(
        _ name: String,
        limit: Int = WorkbookLimit.description,
        _ reader: Reader
    ) throws -> Reader {
        let part = try part(name, limit: limit)
        var reader = reader
        try reader.read(from: part.next)
        return reader
    }
}
