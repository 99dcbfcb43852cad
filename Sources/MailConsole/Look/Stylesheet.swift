/// How pages look: names of classes are KERN's where it has one, so that an office may put KERN itself in
/// its place.
///
/// Every pair of colours has a contrast of 4.5 to 1 or more, in light and in dark.
enum Stylesheet {
    static let text = """
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
        * { box-sizing: border-box; }
        html { font: 112.5%/1.5 "Fira Sans", "Liberation Sans", Arial, sans-serif; }
        body { margin: 0; background: var(--grund); color: var(--text); overflow-wrap: anywhere; }
        .kern-container { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
        header.kopf { border-bottom: 2px solid var(--marke); padding: .6rem 0; }
        header.kopf .kern-container { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; align-items: baseline; }
        header.kopf strong { margin-inline-end: auto; }
        footer.fuss { border-top: 1px solid var(--linie); margin-top: 2.5rem; padding: .8rem 0 1.5rem; color: var(--leise); }
        footer.fuss .kern-container { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; }
        footer.fuss form { display: inline; margin: 0; }
        main { padding-top: .8rem; }
        main:focus { outline: none; }
        h1, h2, h3 { line-height: 1.25; overflow-wrap: break-word; }
        .kern-heading-large { font-size: 1.7rem; margin: .6rem 0 .8rem; }
        .kern-heading-medium { font-size: 1.2rem; margin: 1.6rem 0 .5rem; }
        .kern-body { margin: .6rem 0; max-width: 46rem; }
        .kern-list { margin: .4rem 0; padding-inline-start: 1.4rem; }
        .kern-list li { margin: .25rem 0; }
        a { color: var(--marke); text-underline-offset: .15em; }
        a, button, input, select, summary { scroll-margin: 2rem; }
        :focus-visible { outline: 3px solid var(--fokus); outline-offset: 2px; }
        .sprung { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--grund); }
        .sprung:focus { left: 0; top: 0; z-index: 1; }
        .nur-vorgelesen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .kern-btn { display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; min-height: 2.6rem; padding: .6rem 1.1rem;
          border: 2px solid var(--marke); border-radius: .3rem; background: var(--grund); color: var(--marke); cursor: pointer; text-decoration: none; text-align: center; }
        .kern-btn--primary { background: var(--marke); color: var(--marke-text); }
        .kern-btn--danger { border-color: var(--schlecht); color: var(--schlecht); font-size: 1.2rem; }
        .kern-btn--klein { min-height: 2rem; padding: .25rem .6rem; font-weight: 400; border-width: 1px; }
        .kern-btn:hover { text-decoration: underline; }
        .reihe { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1rem 0; align-items: center; }
        .reihe form, .reihe p { margin: 0; }
        form { margin: 1rem 0; }
        .kern-form-input, .kern-fieldset { margin: 0 0 1.2rem; }
        .kern-fieldset { border: 1px solid var(--linie); border-radius: .3rem; padding: .4rem 1rem .8rem; min-width: 0; }
        .kern-form-input--error, .kern-fieldset--error { border: 0 solid var(--schlecht); border-inline-start-width: .35rem; padding-inline-start: .8rem; }
        .kern-label { display: inline-block; font-weight: 600; }
        .kern-form-check .kern-label { font-weight: 400; padding: .2rem 0 .2rem .5rem; }
        .kern-hint { margin: .1rem 0 .4rem; color: var(--leise); }
        .kern-error { margin: .1rem 0 .4rem; color: var(--schlecht); }
        .kern-form-input__input, .kern-form-input__select { display: block; width: 100%; max-width: 28rem; font: inherit; color: inherit;
          background: var(--grund); padding: .5rem .6rem; min-height: 2.6rem; border: 2px solid var(--linie); border-radius: .3rem; }
        .kurz .kern-form-input__input { max-width: 14rem; }
        .kern-form-check { display: flex; align-items: flex-start; margin: .2rem 0; }
        .kern-form-check input { width: 1.5rem; height: 1.5rem; margin: .3rem 0 0; flex: none; accent-color: var(--marke); }
        .kern-alert { border: 1px solid var(--linie); border-inline-start: .5rem solid var(--marke); border-radius: .3rem; background: var(--flaeche); padding: .6rem 1rem; margin: 1rem 0; }
        .kern-alert__title { margin: 0; }
        .kern-alert .kern-heading-medium { margin-top: .2rem; }
        .uebung { margin: 0 0 .6rem; padding: .2rem .8rem; border-inline-start: .3rem solid var(--warn); color: var(--leise); font-size: .9rem; }
        .kern-alert--success { border-inline-start-color: var(--gut); }
        .kern-alert--warning { border-inline-start-color: var(--warn); }
        .kern-alert--danger { border-inline-start-color: var(--schlecht); border-width: 2px; border-inline-start-width: .5rem; }
        .kern-table-responsive { overflow-x: auto; margin: 1rem 0; }
        .kern-table { border-collapse: collapse; min-width: min(100%, 34rem); }
        .kern-table caption { text-align: start; font-weight: 600; padding-bottom: .4rem; }
        .kern-table th, .kern-table td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--linie); overflow-wrap: break-word; }
        .kern-table a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
        .kern-table tbody th { font-weight: 400; }
        .kern-table tfoot th, .kern-table tfoot td { font-weight: 700; border-top: 2px solid var(--text); }
        .kern-table .kern-table__cell--numeric { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .kern-description-list { margin: 1rem 0; }
        .kern-description-list-item { display: grid; grid-template-columns: minmax(9rem, 1fr) 3fr; gap: .2rem 1rem; padding: .35rem 0; border-bottom: 1px solid var(--linie); }
        .kern-description-list dt { font-weight: 600; }
        .kern-description-list dd { margin: 0; }
        .kern-description-list p { margin: 0; }
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
}
