package import MailCore

/// The result of something somebody did, as people and scripts are told it.
package protocol Presentable {
    /// For people.
    var text: Sentence { get }
    /// For scripts: one object, on one line.
    var jsonText: Printable { get }
    /// What people should know besides, before they read the result.
    var notes: [Sentence] { get }
    /// What it means for what comes next.
    var conclusion: Conclusion { get }
}

extension Presentable {
    package var notes: [Sentence] { [] }

    package var conclusion: Conclusion { .done }
}

/// One whose JSON is written out here; a value that is missing is null.
package protocol JSONPresentable: Presentable {
    var json: JSON { get }
}

extension JSONPresentable {
    package var jsonText: Printable { Printable(json) }
}
