import Crypto

/// A tree of hashes as RFC 6962 section 2.1 defines it: one root stands for a list of entries, and
/// a short path shows that an entry is one of them.
package struct MerkleTree: Sendable {
    /// The leaves' hashes first, the root alone last; no level at all for an empty list.
    private let levels: [[SHA256.Digest]]

    /// - Parameter entries: What the leaves stand for, in their order.
    package init(of entries: some Sequence<[UInt8]>) {
        var levels: [[SHA256.Digest]] = []
        var level = entries.map(MerkleHash.leaf)
        while !level.isEmpty {
            levels.append(level)
            level = level.count == 1 ? [] : Self.parents(of: level)
        }
        self.levels = levels
    }

    /// How many leaves it has.
    package var size: Int { levels.first?.count ?? 0 }

    /// RFC 6962: the hash of an empty list is the hash of nothing.
    package var root: Digest {
        levels.last?.first.map(Digest.init) ?? Digest(of: [])
    }

    /// The hashes that lead from one leaf to the root, the lowest first (RFC 6962 section 2.1.1).
    ///
    /// - Parameter index: The leaf's place, from 0; must be below `size`.
    /// - Returns: At most one hash for each level below the root.
    package func path(to index: Int) -> [Digest] {
        precondition((0..<size).contains(index), "the path leads to a leaf of this tree")
        return levels.enumerated().compactMap { height, level in
            let sibling = (index >> height) ^ 1
            return sibling < level.count ? Digest(level[sibling]) : nil
        }
    }

    /// Splitting at the largest power of two below the size is pairing from the left; a node
    /// without a neighbour goes up as it is.
    private static func parents(of level: [SHA256.Digest]) -> [SHA256.Digest] {
        stride(from: 0, to: level.count, by: 2).map { left in
            left + 1 < level.count
                ? MerkleHash.node(level[left], level[left + 1]) : level[left]
        }
    }
}

/// The two hashes of RFC 6962; their first octets keep a node from passing as a leaf.
enum MerkleHash {
    static func leaf(_ entry: [UInt8]) -> SHA256.Digest {
        var hash = SHA256()
        hash.update(data: [0x00])
        hash.update(data: entry)
        return hash.finalize()
    }

    static func node(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> SHA256.Digest {
        SHA256.hash(data: [0x01] + Array(left) + Array(right))
    }
}
