package import MailCore
import MailImport

extension InspectReport: JSONPresentable {
    package var conclusion: Conclusion { inspection.problems.isEmpty ? .done : .input }

    /// One object (docs/inspect.md).
    package var json: JSON {
        [
            "file": .text(name), "form": form, "layout": .text(inspection.layout),
            "header_row": .number(inspection.headerRow),
            "header_line": .number(inspection.headerLine),
            "header_candidates": .list(inspection.headerCandidates.map(\.json)),
            "skipped_lines": .list(inspection.skippedLines.map { .number($0) }),
            "rows": .number(inspection.rows), "ragged_rows": .number(inspection.ragged),
            "damaged_rows": .number(inspection.damaged),
            "complete": .bool(inspection.isWhole),
            "columns": .list(inspection.columns.map(\.json)),
            "services": values(of: .service), "doses": values(of: .dose),
            "sites": values(of: .site), "statuses": values(of: .status),
            "days": .list(
                inspection.days.sorted { $0.key < $1.key }.map {
                    ["day": .text("\($0.key)"), "rows": .number($0.value)]
                }
            ),
            "uncertain_starts": .list(
                inspection.doubts.map { ($0.key.words.en.text, $0.key.code, $0.value) }
                    .sorted { $0.0 < $1.0 }.map {
                        ["reason": .text($0.0), "code": .text($0.1), "rows": .number($0.2)]
                    }
            ),
            "date_order": dateOrder,
            "addresses": [
                "usable": .number(inspection.addresses.usable),
                "none": .number(inspection.addresses.none),
                "unusable": .number(inspection.addresses.unusable),
            ],
            "warnings": .list(inspection.warnings.map { .text($0.words) }),
            "warning_codes": .list(inspection.warnings.map { .text($0.code) }),
            "problems": .list(inspection.problems.map(\.json)),
            "suggestions": .list(next.options.map { .text($0.option) }),
            "next": .text(next.plan), "cancel": .text(next.cancel),
        ]
    }

    private var form: JSON {
        switch inspection.form {
        case .text(let form):
            [
                "kind": "text", "encoding": .text(form.encoding.rawValue),
                "encoding_certainty": .text(form.encodingCertainty.rawValue),
                "delimiter": .text(form.delimiter.rawValue),
                "delimiter_certainty": .text(form.delimiterCertainty.rawValue),
                "separator_line": .bool(form.hasSeparatorLine),
            ]
        case .workbook(let facts, _):
            [
                "kind": "workbook", "sheets": .number(facts.sheets),
                "sheet": facts.sheet.json, "sheet_chosen": .bool(facts.isSheetChosen),
                "other_sheets": .list(facts.otherSheets.map(\.json)),
                "hidden_rows": .number(facts.hiddenRows),
                "hidden_sheets": .number(facts.hiddenSheets),
                "filtered_rows": .number(facts.filteredRows),
                "external_links": .number(facts.externalLinks),
                "hidden_columns": .number(facts.hiddenColumns),
                "formulas": .number(facts.formulas), "errors": .number(facts.errors),
                "merged_ranges": .number(facts.mergedRanges), "macros": .bool(facts.hasMacros),
            ]
        }
    }

    private var dateOrder: JSON {
        let certainty =
            switch inspection.dateOrder {
            case .notNeeded: "not-needed"
            case .chosen: "chosen"
            case .layout: "layout"
            case .proven: "proven"
            case .open: "open"
            }
        return [
            "order": .text(inspection.dateOrder.order?.rawValue), "certainty": .text(certainty),
        ]
    }

    private func values(of field: ScheduleField) -> JSON {
        .list(
            inspection.lists(of: field).flatMap { list in
                list.values.map { value in
                    [
                        "column": .text(list.header), "value": .text(value.text),
                        "rows": .number(value.rows), "meaning": .text(value.meaning?.word),
                    ]
                }
            }
        )
    }
}

extension JSON {
    fileprivate static func number(_ value: Int?) -> JSON { value.map { .number($0) } ?? .null }
}

extension WorkbookSheet {
    fileprivate var json: JSON {
        ["number": .number(number), "name": .text(name), "hidden": .bool(isHidden)]
    }
}

extension HeaderCandidate {
    fileprivate var json: JSON {
        ["row": .number(row), "cells": .number(cells), "known": .list(known.map { .text($0) })]
    }
}

extension InspectedColumn {
    fileprivate var json: JSON {
        let (fields, origin) =
            if case .used(let fields, let origin) = fate { (fields, Optional(origin)) } else {
                ([], nil)
            }
        return [
            "index": .number(number), "header": .text(header),
            "field": .text(fields.first?.rawValue),
            "fields": .list(fields.map { .text($0.rawValue) }),
            "because": .text(origin?.rawValue), "dropped_because": .text(droppedBecause),
            "filled": .number(filled), "example": .text(example),
        ]
    }
}

extension ScheduleError {
    fileprivate var json: JSON {
        [
            "line": line.map { .number($0) } ?? .null, "row": row.map { .number($0) } ?? .null,
            "message": .text(message.en.text),
        ]
    }
}

extension StatusCell {
    fileprivate var word: String {
        switch self {
        case .active: "active"
        case .cancelled: "cancelled"
        case .doubtful: "doubtful"
        case .unknown: "unknown"
        }
    }
}
