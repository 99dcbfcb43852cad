import Foundation
import Glibc
import TestSupport
import Testing

/// A disk that turns read-only in mid-campaign, is unmounted, checked and mounted again, without a reboot:
/// what had only been in memory is gone from it.
struct StaleDiskTests {
    /// Needs root and a loop device; some containers have neither.
    private static let canMount: Bool = {
        let script = """
            set -e; d=$(mktemp -d); trap 'umount $d/m 2>/dev/null; rm -rf $d' EXIT
            truncate -s 8M $d/i; mkfs.ext4 -q $d/i; mkdir $d/m; mount -o loop $d/i $d/m
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.standardError = FileHandle.nullDevice
        guard getuid() == 0, (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(.enabled(if: canMount, "needs root and loop devices"), arguments: [1, 4])
    func `nobody is told twice`(connections: Int) async throws {
        let relay = try await HoldingRelay("--pause", "0.05", "--hold", "reply:20")
        let office = try Operator(Configuration(port: relay.port, connections: connections))
        let (image, disk) = (office.path("image"), office.path("disk"))
        func shell(_ script: String) async throws {
            try await Program.run("sh", ["-c", "set -e; " + script])
        }
        try await shell("truncate -s 64M \(image); mkfs.ext4 -q \(image); mkdir \(disk)")
        // Dirty pages are written back only when somebody asks for it.
        try await shell("mount -o loop,commit=300 \(image) \(disk); mkdir -m 700 \(disk)/state")
        do {
            let state = "--state disk/state"
            let plan = try await office.plan(
                SmallSchedule(people: 40),
                SmallSchedule.days + " " + state
            )
            try await office.run(
                "approve \(plan.campaign) --digest \(plan.digest) --by Amt \(state)"
            ).exited(0)
            let sending = try office.start(office.words("send \(plan.campaign) \(state)"))
            // Written back once, as it happens every half minute, and not again.
            try await relay.accepted(atLeast: 3)
            try await shell("sync -f \(disk)/state")
            try await relay.holding()
            // The relay has taken the message it does not answer yet. The file system gives up; nothing
            // more reaches the disk.
            try await shell(
                "mount -o remount,abort \(disk) 2>/dev/null || mount -o remount,ro \(disk)"
            )
            try relay.letGo()
            sending.closeInput()
            let ending = try await sending.finish()
            #expect(ending.status == 73, "\(ending.errors)")
            let before = try await relay.takenIDs()
            try await shell("umount \(disk); fsck.ext4 -fy \(image) >/dev/null || [ $? -le 1 ]")
            if LongRun.isOn { try await Task.sleep(for: .seconds(60)) }
            try await shell("mount -o loop \(image) \(disk)")
            let resumed = try await office.run("resume \(state) --format json")
            #expect([0, 1].contains(resumed.status), "\(resumed.errors)")
            let after = try await relay.takenIDs()
            #expect(before.count >= 15 && after.count > before.count)
            #expect(Set(after).count == after.count, "told twice")
            let status: StatusResult = try resumed.json()
            #expect(status.count("accepted") + status.count("unknown") == 40)
            #expect(status.count("unknown") <= connections)
        } catch {
            try? await shell("umount -l \(disk)")
            throw error
        }
        try await shell("umount \(disk)")
    }
}
