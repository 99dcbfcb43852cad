import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport
struct ZMeasure {
    @Test func `measure`() async throws {
        let scene = try JournalScene()
        let c = try scene.plan(SampleCampaign(people: 1), approved: true)
        try scene.close()
        try await Outside.change(scene.file, """
        PRAGMA foreign_keys=OFF;
        CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i+1 FROM n WHERE i < 100999) SELECT i FROM n;
        INSERT INTO message SELECT i, '\(c.id)', printf('%032x', i), digest, first_start FROM n, message WHERE number=1;
        INSERT INTO delivery(message, state) SELECT i, 'planned' FROM n;
        INSERT INTO row SELECT '\(c.id)', i, i, 'send', '', '2021-03-16T09:00:00+01:00', i FROM n;
        INSERT INTO contact(campaign,row,address) SELECT '\(c.id)', i, 'a'||i||'@post.example' FROM n;
        INSERT INTO event SELECT i+10, 1, 'attempt', '\(c.id)', printf('%032x', i), '{}', 'x' FROM n WHERE i < 21000;
        INSERT INTO event SELECT i+200000, 1, 'verdict', '\(c.id)', printf('%032x', i), '{"verdict":"accepted"}', 'x' FROM n WHERE i < 21000;
        """)
        let j = try scene.journal
        let clock = ContinuousClock()
        print("MEASURE pending", try clock.measure { print(try j.pending(of: c.id).count) })
        print("MEASURE evidence", try clock.measure { _ = try j.evidence(of: c) })
        print("MEASURE attempts", try clock.measure { print(try j.attempts(since: Date(timeIntervalSince1970: 0)).count) })
        print("MEASURE rss", try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("VmHWM") })
    }
}
