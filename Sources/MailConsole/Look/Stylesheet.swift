/// How pages look.
///
/// Names of classes are KERN's where it has one, so that an office may put its own copy of KERN in the place of the colours and
/// of the look here. Every pair of colours has a contrast of 4.5 to 1 or more, in light and in dark.
enum Stylesheet {
    /// - Parameter withTheme: Whether pages have the office's copy of KERN: then only what KERN does not have.
    /// - Returns: The stylesheet of every page.
    static func text(withTheme: Bool) -> String {
        withTheme ? coloursOfKERN + own + besideKERN : colours + look + own
    }

    private static let colours = """
        :root {
          color-scheme: light dark;
          --grund: #fff; --text: #16161d; --leise: #4b4b57; --linie: #6b6b76; --flaeche: #f1f3f7;
          --marke: #0b3a8f; --marke-text: #fff; --gut: #0b6b33; --warn: #7a4a00; --schlecht: #a3121d;
          --fokus: #b54708;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --grund: #14161b; --text: #f2f2f5; --leise: #c2c4cc; --linie: #9194a0; --flaeche: #22252d;
            --marke: #a9c4ff; --marke-text: #0d1b3a; --gut: #7fd8a0; --warn: #f2c078; --schlecht: #ff9aa0;
            --fokus: #ffb35c;
          }
        }

        """

    /// As KERN has them.
    private static let coloursOfKERN = """
        :root {
          color-scheme: light dark;
          --grund: var(--kern-color-layout-background-default); --text: var(--kern-color-layout-text-default);
          --leise: var(--kern-color-layout-text-muted); --linie: var(--kern-color-layout-border);
          --flaeche: var(--kern-color-layout-background-hued); --marke: var(--kern-color-action-default);
          --marke-text: var(--kern-color-action-on-default); --gut: var(--kern-color-feedback-success);
          --warn: var(--kern-color-feedback-warning); --schlecht: var(--kern-color-feedback-danger);
          --fokus: var(--kern-color-action-focus-default);
        }

        """

    /// What KERN does not have.
    private static let own = """
        body { margin: 0; background: var(--grund); color: var(--text); overflow-wrap: anywhere; }
        header.kopf { border-bottom: 2px solid var(--marke); padding: .6rem 0; }
        header.kopf .kern-container { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; align-items: baseline; }
        header.kopf strong { margin-inline-end: auto; }
        footer.fuss { border-top: 1px solid var(--linie); margin-top: 2.5rem; padding: .8rem 0 1.5rem; color: var(--leise); }
        footer.fuss .kern-container { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; }
        footer.fuss form { display: inline; margin: 0; }
        main { padding-top: .8rem; }
        main:focus { outline: none; }
        h1, h2, h3 { line-height: 1.25; overflow-wrap: break-word; }
        a { color: var(--marke); text-underline-offset: .15em; }
        a, button, input, select, summary { scroll-margin: 2rem; }
        :focus-visible { outline: 3px solid var(--fokus); outline-offset: 2px; }
        .sprung { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--grund); }
        .sprung:focus { left: 0; top: 0; z-index: 1; }
        .nur-vorgelesen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .kern-btn--danger { border-color: var(--schlecht); color: var(--schlecht); font-size: 1.2rem; }
        .kern-btn--klein { min-height: 2rem; padding: .25rem .6rem; font-weight: 400; border-width: 1px; }
        .reihe { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1rem 0; align-items: center; }
        .reihe form, .reihe p { margin: 0; }
        form { margin: 1rem 0; }
        .kurz .kern-form-input__input { max-width: 14rem; }
        .uebung { margin: 0 0 .6rem; padding: .2rem .8rem; border-inline-start: .3rem solid var(--warn); color: var(--leise); font-size: .9rem; }
        .nebeneinander .kern-description-list-item { grid-template-columns: 11rem 1fr; }
        .nebeneinander { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; }
        .nachricht { white-space: pre-wrap; font: inherit; background: var(--flaeche); border: 1px solid var(--linie); border-radius: .3rem; padding: .8rem 1rem; margin: .6rem 0; }
        .schritte { list-style: none; padding: 0; margin: .2rem 0 .6rem; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; color: var(--leise); font-size: .9rem; }
        .schritte [aria-current] { color: var(--text); font-weight: 700; text-decoration: underline; text-decoration-thickness: .15em; text-underline-offset: .3em; }
        .gross { font-size: 1.5rem; font-weight: 700; margin: .4rem 0; }
        .bild { display: block; width: 100%; height: 2.6rem; margin: .8rem 0 .3rem; border: 1px solid var(--linie); background: var(--flaeche); }
        .bild.hoch { height: 8rem; }
        .balken { fill: var(--marke); }
        .balken-gut { fill: var(--gut); }
        .balken-warn { fill: var(--warn); }
        .balken-schlecht { fill: var(--schlecht); }
        .balken-offen { fill: transparent; }
        code { font-family: "Fira Mono", "Liberation Mono", monospace; }
        @media (max-width: 30rem) {
          .kern-description-list-item, .nebeneinander .kern-description-list-item { grid-template-columns: 1fr; }
          .kern-heading-large { font-size: 1.4rem; }
        }
        @media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; scroll-behavior: auto !important; } }
        @media (forced-colors: active) {
          .kern-btn, .kern-alert, .kern-form-input__input, .kern-form-input__select { border-color: ButtonText; }
          .kern-btn--primary { border-width: 3px; }
          .bild rect { fill: CanvasText; stroke: Canvas; stroke-width: 3; forced-color-adjust: none; }
          .bild .balken-offen { fill: Canvas; }
          :focus-visible { outline-color: Highlight; }
        }
        @media print { header.kopf, footer.fuss, .schritte, form, .reihe { display: none; } body { font-size: 11pt; } }

        """

    /// Where a page is built otherwise than KERN expects.
    private static let besideKERN = """
        .kern-btn--danger, .kern-btn--klein { border: 2px solid currentcolor; }
        .kern-btn--danger .kern-label { color: inherit; }
        .kern-table caption { text-align: start; }
        .kern-form-input, .kern-fieldset { margin-block-end: 1.2rem; }
        .kern-alert, .kern-description-list, .kern-table-responsive { margin-block: 1rem; }
        .kern-heading-medium { margin-block-start: 1rem; }
        .kern-description-list-item__value .kern-body { padding: 0; }

        """
}
