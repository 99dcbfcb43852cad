/// Where a part of a workbook points to.
struct WorkbookRelations {
    struct Relation: Hashable {
        /// The last word of the type, which is the same in the strict form of the standard.
        let kind: String
        /// The part pointed to.
        let part: String
    }

    /// By their ids; without those that lead out of the file.
    let all: [String: Relation]

    /// Reads what `part` points to, or the whole file if `part` is empty.
    init(of part: String, in archive: WorkbookArchive) throws {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast()
        let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        var reader = RelationReader(folder: folder.map(String.init))
        if archive.hasPart(name) { reader = try archive.read(name, reader) }
        all = reader.relations
    }

    /// The one part of a kind; nil if there is none.
    ///
    /// - Throws: `ScheduleError` if there are several: which of them is meant nobody can tell.
    func part(of kind: String) throws(ScheduleError) -> String? {
        let parts = Set(all.values.filter { $0.kind == kind }.map(\.part))
        guard parts.count <= 1 else { throw WorkbookRefusal.brokenXML.error }
        return parts.first
    }
}

private struct RelationReader: XMLPartReader {
    enum Place { case list }

    let folder: [String]
    var relations: [String: WorkbookRelations.Relation] = [:]

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "Relationships"): return .list
        case (.list, "Relationship"):
            try add(attributes)
            return nil
        default: return nil
        }
    }

    private mutating func add(_ attributes: XMLAttributes) throws(ScheduleError) {
        guard attributes.value("TargetMode") != "External",
            let id = attributes.value("Id"), let type = attributes.value("Type"),
            let target = attributes.value("Target"),
            let kind = type.split(separator: "/").last
        else { return }
        let relation = WorkbookRelations.Relation(kind: String(kind), part: resolved(target))
        guard relations.updateValue(relation, forKey: id) == nil else {
            throw WorkbookRefusal.brokenXML.error
        }
        guard relations.count <= WorkbookLimit.parts else {
            throw WorkbookRefusal.tooManyParts.error
        }
    }

    /// A target that begins with a slash counts from the top, any other from the part's folder.
    private func resolved(_ target: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}
