import MailCore
import Testing
import TestSupport

/// RFC 6962 section 2.1, with the test data of its reference implementation
/// (google/certificate-transparency, `merkle_tree_test`).
struct MerkleTreeTests {
    private static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    /// Paths of the same test data: leaf, size of the tree, hashes.
    private static let paths: [(Int, Int, [String])] = [
        (0, 1, []),
        (
            0, 8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        ),
        (
            5, 8,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        ),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1, 5,
            [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        ),
    ]

    @Test(arguments: 0...8)
    func `the root is that of the reference implementation`(size: Int) {
        let tree = MerkleTree(of: Self.entries.prefix(size))
        #expect(tree.root.hex == Self.roots[size] && tree.size == size)
    }

    @Test func `the paths are those of the reference implementation`() {
        for (index, size, hashes) in Self.paths {
            let tree = MerkleTree(of: Self.entries.prefix(size))
            #expect(tree.path(to: index).map(\.hex) == hashes)
        }
    }

    @Test func `every path leads to the root, from its own entry and place alone`() {
        for size in [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 100] {
            let entries = (0..<size).map { Array("entry \($0)".utf8) }
            let tree = MerkleTree(of: entries)
            for index in 0..<size {
                let hashes = tree.path(to: index)
                let path = MerklePath(index: index, size: size, hashes: hashes)
                #expect(path.root(from: entries[index]) == tree.root)
                #expect(path.root(from: Array("another".utf8)) != tree.root)
                for other in 0..<size where other != index {
                    let wrong = MerklePath(index: other, size: size, hashes: hashes)
                    #expect(wrong.root(from: entries[index]) != tree.root)
                }
            }
        }
    }

    @Test func `a path that is too long, too short, or changed does not lead to the root`() {
        let entries = (0..<13).map { Array("entry \($0)".utf8) }
        let tree = MerkleTree(of: entries)
        for index in 0..<13 {
            let hashes = tree.path(to: index)
            var changes = [Array(hashes.dropLast()), hashes + [tree.root]]
            for place in hashes.indices {
                var changed = hashes
                changed[place] = Digest(of: [UInt8(place)])
                changes.append(changed)
            }
            for change in changes {
                let path = MerklePath(index: index, size: 13, hashes: change)
                #expect(path.root(from: entries[index]) != tree.root)
            }
        }
        let outside = MerklePath(index: 13, size: 13, hashes: tree.path(to: 12))
        #expect(outside.root(from: entries[12]) == nil)
        #expect(MerklePath(index: -1, size: 13, hashes: []).root(from: []) == nil)
        #expect(MerklePath(index: 0, size: 0, hashes: []).root(from: []) == nil)
    }

    @Test func `the hash of a node is no leaf`() {
        let entries = Self.entries.prefix(2)
        let tree = MerkleTree(of: entries)
        let leaves = entries.map { MerkleTree(of: [$0]).root.octets }
        #expect(MerkleTree(of: [leaves[0] + leaves[1]]).root != tree.root)
    }
}
