package import MailCore
import MailJournal

extension RowList: JSONPresentable {
    package var json: JSON {
        [
            "rows": .list(
                rows.map { row in
                    [
                        "row": .number(row.row), "line": .number(row.line),
                        "column": .text(row.column), "class": .text(row.rowClass.rawValue),
                        "reasons": .list(explanations(of: row).map { .text($0.english) }),
                        "codes": explanations(of: row).codesJSON,
                        "message": .text(row.message), "start": .text(row.start?.iso8601),
                        "second": .text(row.second?.iso8601),
                        "value": row.value.map { .number($0) } ?? .null,
                        "state": .text(row.state?.rawValue),
                        "state_reason": .text(row.stateReason?.english),
                        "state_code": .text(row.stateReason?.code),
                    ]
                }
            )
        ]
    }
}
