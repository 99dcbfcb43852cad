/// What no schedule exceeds.
enum WorkbookLimit {
    /// Bytes of the file.
    static let container = 64 << 20
    static let parts = 10_000
    /// Bytes of all parts, unpacked.
    static let unpacked = 1 << 30
    /// How often longer a part may become when it is unpacked; sheets full of repeated cells
    /// reach 20 to 50, and deflate ends at 1032.
    static let ratio = 200
    /// Parts up to this size may have any ratio.
    static let freeOfRatio = 1 << 20
    /// Bytes of the parts that describe the others.
    static let description = 64 << 20
    /// Excel keeps 65,490.
    static let styles = 1 << 20
    /// Elements inside each other.
    static let depth = 64
    static let sharedStrings = 2_000_000
    /// Bytes of all shared strings together.
    static let sharedText = 128 << 20
    /// The same as for CSV.
    static let cellLength = CSVReader.Limit.fieldLength
    static let usedColumns = CSVReader.Limit.columns
    /// Rows and columns of a sheet: the format has no more.
    static let rows = 1_048_576
    static let columns = 16_384
}
