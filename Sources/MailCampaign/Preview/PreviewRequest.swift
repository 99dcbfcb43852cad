/// Which messages are to be seen, and where.
package enum PreviewRequest: Hashable, Sendable {
    /// The messages of these rows; without rows, a telling choice.
    case look(rows: [Int])
    /// The same as files in a folder.
    case write(rows: [Int], folder: String)
    /// Every message of the campaign.
    case writeAll(folder: String)

    /// - Throws: `UnclearRequest` if all are to be seen and none written.
    package init(rows: [Int], all: Bool, folder: String?) throws(UnclearRequest) {
        switch (folder, all) {
        case (nil, false): self = .look(rows: rows)
        case (nil, true): throw .allWithoutOutput
        case (let folder?, false): self = .write(rows: rows, folder: folder)
        case (let folder?, true): self = .writeAll(folder: folder)
        }
    }
}
