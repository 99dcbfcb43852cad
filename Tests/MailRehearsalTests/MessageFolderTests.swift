import Foundation
import MailRehearsal
import TestSupport
import Testing

struct MessageFolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a directory that does not exist is not made`() async throws {
        await expectRefusal(of: folder.path + "/missing")
        #expect(try folder.names == [])
    }

    @Test func `a file or a link in the directory's place is refused`() async throws {
        let file = folder.path + "/file"
        let link = folder.path + "/link"
        try Data().write(to: URL(filePath: file))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        await expectRefusal(of: file)
        await expectRefusal(of: link)
    }

    @Test(arguments: [0o750, 0o705, 0o710])
    func `a directory that others can enter is refused`(mode: Int) async throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: folder.path
        )
        await expectRefusal(of: folder.path)
    }

    @Test(arguments: ["000001.eml", "000001.envelope.json", ".000001.eml.partial"])
    func `messages of an earlier rehearsal are not mixed with new ones`(name: String) async throws {
        try Data().write(to: URL(filePath: "\(folder.path)/\(name)"))
        await expectRefusal(of: folder.path)
    }

    private func expectRefusal(of path: String) async {
        let error = await #expect(throws: RehearsalError.self) {
            try await RehearsalServer.start(keeping: .messages(in: path))
        }
        #expect(error?.path == path)
        #expect(error?.reason.isEmpty == false)
    }
}
