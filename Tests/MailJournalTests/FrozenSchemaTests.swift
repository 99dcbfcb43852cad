import MailCore
import MailJournal
import Testing

/// The text of a version's tables, which opening compares with every journal of that version.
///
/// Whoever changes one makes every such journal "changed by somebody". A new column, or a new case of
/// an enum that the text names, is a new version: the text before it is written out beside
/// `SchemaVersion5`, its digest stays here, and the migration leads on.
struct FrozenSchemaTests {
    @Test(arguments: [
        (4, "18df915681723e1f6b033153b5fd00f709663c8817cc46d53ec5e8b9faa8f658"),
        (5, "6d7dfff8cd9104affff04edbc88fbf7723cc3b72b76818ce7b7fdf319d0acf9c"),
        (6, "a51ce7a829e36567e5527f9fce3829d33f4fb030a5cd0df23859b74557211d41"),
        (7, "7c1eaa930279b61b3d1ede32f42c2ca3b39167d4ed0f881cbee4377b9c1edbf7"),
        (8, "4ca23847f09041f131f4cb003fbbe490d185341ad8830626db6ca9a0a64e9c35"),
        (9, "0af90b80dd1d428b04ec454896dd1a9898dec5e267d9ce7b81acca26928b29ee"),
    ])
    func `no version's tables have changed`(version: Int, digest: String) throws {
        let tables = try #require(Migrations.tables(ofVersion: version))
        #expect(Digest(of: Array(tables.text.utf8)).hex == digest, "version \(version)")
    }

    @Test func `every version from the first one on can be opened, and no other`() {
        let known = (0...20).filter { Migrations.tables(ofVersion: $0) != nil }
        #expect(known == [4, 5, 6, 7, 8, 9])
    }
}
