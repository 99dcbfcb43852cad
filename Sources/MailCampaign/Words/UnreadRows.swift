import MailCore

/// Rows that could not be read, wherever they are told of: each may be a person.
enum UnreadRows {
    /// Nil if there are none without an answer.
    static func sentence(_ count: Int, of campaign: String) -> Printable? {
        guard count > 0 else { return nil }
        return
            "\(count.with("row")) could not be read, and nobody has said what they are: correct the "
            + "export, or reach these people another way and say so, at any time: einzelpost rows "
            + "\(campaign) --class rejected, then einzelpost decide \(campaign) --row N --leave-out"
    }
}
