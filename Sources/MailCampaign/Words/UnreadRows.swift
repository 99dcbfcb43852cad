import MailCore

/// Rows that could not be read, wherever they are told of: each may be a person.
enum UnreadRows {
    /// Nil if there are none without an answer.
    static func sentence(_ count: Int, of campaign: String) -> Sentence? {
        guard count > 0 else { return nil }
        return Sentence(
            en:
                "\(count, "row", "rows") could not be read, and nobody has said what they are: correct the "
                + "export, or reach these people another way and say so, at any time: einzelpost rows "
                + "\(campaign) --class rejected, then einzelpost decide \(campaign) --row N --leave-out",
            de:
                "\(count, "Zeile war", "Zeilen waren") nicht lesbar, und niemand hat gesagt, was dort steht: Berichtigen Sie "
                + "den Export, oder erreichen Sie diese Personen auf anderem Weg und sagen Sie es dann, jederzeit: "
                + "einzelpost rows \(campaign) --class rejected, danach einzelpost decide \(campaign) --row N --leave-out"
        )
    }
}
