/// What was read before, since a column repeats few texts.
///
/// Bounded both ways: a file whose every row is different, or whose cells are long, must not fill
/// the memory.
struct Memo<Key: Hashable, Value> {
    private var values: [Key: Value] = [:]
    private let limit: Int

    /// A longer key is hardly repeated, and dates and status words are shorter.
    private static var longest: Int { 128 }

    /// - Parameter limit: How many values are kept, the first ones.
    init(limit: Int) {
        self.limit = limit
    }

    subscript(key: Key) -> Value? { values[key] }

    /// Keeps a value, if there is room.
    ///
    /// - Parameters:
    ///   - value: What `key` stands for, and always will.
    ///   - key: Not kept before.
    ///   - size: Of the key, in octets.
    mutating func keep(_ value: Value, for key: Key, size: Int) {
        if values.count < limit, size <= Self.longest { values[key] = value }
    }
}
