import Crypto

/// The way from one entry to the root of a tree, to be checked without the tree.
package struct MerklePath: Sendable {
    /// The leaf's place, from 0.
    package let index: Int
    /// How many leaves the tree has.
    package let size: Int
    /// The neighbours' hashes, the lowest first.
    package let hashes: [Digest]

    package init(index: Int, size: Int, hashes: [Digest]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// The root this path leads to from an entry (RFC 9162 section 2.1.3.2); nil if a path of this
    /// length cannot belong to that place in a tree of that size.
    package func root(from entry: [UInt8]) -> Digest? {
        guard (0..<size).contains(index) else { return nil }
        var hash = Array(MerkleHash.leaf(entry))
        var (place, last) = (index, size - 1)
        for digest in hashes {
            guard last > 0 else { return nil }
            if place % 2 == 1 || place == last {
                hash = Array(MerkleHash.node(digest.octets, hash))
                // A node without a neighbour went up unpaired: those levels have no hash.
                while place % 2 == 0 && place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                hash = Array(MerkleHash.node(hash, digest.octets))
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 ? Digest(hex: Hexadecimal.text(of: hash)) : nil
    }
}
