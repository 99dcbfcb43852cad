package import MailCore

extension PageReport {
    /// In one line.
    package var sentence: Printable {
        let way: Printable = redirectedTo.map { ", redirects to \($0)" } ?? ""
        guard let status else { return "\(url): not reached" }
        guard problems.isEmpty else { return "\(url): status \(status)\(way)" }
        return "\(url): status \(status), encrypted\(way), no other hosts, no cookies"
    }
}
