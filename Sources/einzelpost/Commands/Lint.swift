import ArgumentParser
import MailCampaign

struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads message templates as the people who get them will.",
        usage: "einzelpost lint [<template> ...] [<options>]",
        discussion: """
            Each finding has a rule with a stable id, a place, and what to write instead. Errors \
            keep a campaign from being planned; exit code 3.
            """
    )

    @Argument(help: "The templates; without one, all of them.", completion: .templates)
    var template: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let review = try TemplateReview(of: template, at: common.places, in: Live.surroundings)
        try Output.conclude(review, as: common.format)
    }
}
