/// The program's own look of what KERN has, too.
extension Stylesheet {
    static let look = """
        * { box-sizing: border-box; }
        html { font: 112.5%/1.5 "Fira Sans", "Liberation Sans", Arial, sans-serif; }
        .kern-container { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
        .kern-heading-large { font-size: 1.7rem; margin: .6rem 0 .8rem; }
        .kern-heading-medium { font-size: 1.2rem; margin: 1.6rem 0 .5rem; }
        .kern-body { margin: .6rem 0; max-width: 46rem; }
        .kern-list { margin: .4rem 0; padding-inline-start: 1.4rem; }
        .kern-list li { margin: .25rem 0; }
        .kern-btn { display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; min-height: 2.6rem; padding: .6rem 1.1rem;
          border: 2px solid var(--marke); border-radius: .3rem; background: var(--grund); color: var(--marke); cursor: pointer; text-decoration: none; text-align: center; }
        .kern-btn .kern-label { font-weight: inherit; }
        .kern-btn--primary { background: var(--marke); color: var(--marke-text); }
        .kern-btn:hover { text-decoration: underline; }
        .kern-form-input, .kern-fieldset { margin: 0 0 1.2rem; }
        .kern-fieldset { border: 1px solid var(--linie); border-radius: .3rem; padding: .4rem 1rem .8rem; min-width: 0; }
        .kern-form-input--error, .kern-fieldset--error { border: 0 solid var(--schlecht); border-inline-start-width: .35rem; padding-inline-start: .8rem; }
        .kern-label { display: inline-block; font-weight: 600; }
        .kern-form-check .kern-label { font-weight: 400; padding: .2rem 0 .2rem .5rem; }
        .kern-hint { margin: .1rem 0 .4rem; color: var(--leise); }
        .kern-error { margin: .1rem 0 .4rem; color: var(--schlecht); }
        .kern-form-input__input, .kern-form-input__select { display: block; width: 100%; max-width: 28rem; font: inherit; color: inherit;
          background: var(--grund); padding: .5rem .6rem; min-height: 2.6rem; border: 2px solid var(--linie); border-radius: .3rem; }
        .kern-form-check { display: flex; align-items: flex-start; margin: .2rem 0; }
        .kern-form-check input { width: 1.5rem; height: 1.5rem; margin: .3rem 0 0; flex: none; accent-color: var(--marke); }
        .kern-alert { border: 1px solid var(--linie); border-inline-start: .5rem solid var(--marke); border-radius: .3rem; background: var(--flaeche); padding: .6rem 1rem; margin: 1rem 0; }
        .kern-alert__title { margin: 0; }
        .kern-alert .kern-heading-medium { margin-top: .2rem; }
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

        """
}
