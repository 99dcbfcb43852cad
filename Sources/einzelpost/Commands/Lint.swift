import ArgumentParser
import MailCampaign
import MailCore

struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads message templates as the people who get them will.",
        usage: "einzelpost lint [<template> ...] [<options>]",
        discussion: """
            Each finding has a rule with a stable id, a place, and what to write instead. Errors \
            keep a campaign from being planned; exit code 3.
            """
    )

    @Argument(help: "The templates; without one, all of them.") var template: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let file = try ConfigurationFile(named: common.config, in: Live.surroundings)
        let folder = try TemplateFolder(option: common.templates, in: Live.surroundings)
        let reports = try (template.isEmpty ? folder.names : template).map { name in
            LintReport(
                template: name,
                findings: Linter.findings(
                    in: try Letter(
                        template: Template(folder.source(name)),
                        office: file.settings.office
                    ),
                    allowedHosts: file.settings.allowedHosts
                )
            )
        }
        switch common.format {
        case .json:
            Terminal.show((["templates": .list(reports.map(\.json))] as JSON).formatted)
        case .text:
            for report in reports { Terminal.show(report.text) }
        }
        try (reports.allSatisfy(\.isOK) ? ExitStatus.done : .refused).end()
    }
}
