import { Fragment, type KeyboardEvent, useRef } from 'react'
import { type ImportKind, type ImportReport, type Outcome, outcomes } from '#shared/contract/imports.ts'
import { kindWords, outcomeHints, outcomeLabels } from './importWords.ts'

interface OutcomeTabsProps {
  readonly kind: ImportKind
  readonly report: ImportReport
  /** Null is the sum: all rows. */
  readonly value: Outcome | null
  readonly onChange: (value: Outcome | null) => void
  readonly panelId: string
}

const tabs: readonly (Outcome | null)[] = [...outcomes, null]

/** The five counters and their sum, written as the equation it is; each opens its list. */
export function OutcomeTabs({ kind, report, value, onChange, panelId }: OutcomeTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = (tabs.indexOf(value) + step + tabs.length) % tabs.length
    onChange(tabs[index] ?? null)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }
  return (
    <div className="import-outcome-tabs" role="tablist" aria-label="核对结果" ref={list}>
      {tabs.map((tab) => {
        const isChosen = tab === value
        const count = tab === null ? report.rows : report.counts[tab]
        return (
          <Fragment key={tab ?? 'all'}>
            {tab !== 'new' && (
              <span className="import-outcome-sign" aria-hidden="true">
                {tab === null ? '=' : '+'}
              </span>
            )}
            <button
              type="button"
              role="tab"
              className={`import-outcome-tab import-outcome-${tab ?? 'all'}`}
              aria-selected={isChosen}
              aria-controls={panelId}
              tabIndex={isChosen ? 0 : -1}
              title={tab === null ? `表中全部${kindWords[kind].title}行` : outcomeHints[tab]}
              onClick={() => onChange(tab)}
              onKeyDown={move}
            >
              <span className="import-outcome-count number">{count}</span>
              <span>{tab === null ? '总行数' : outcomeLabels[tab]}</span>
            </button>
          </Fragment>
        )
      })}
    </div>
  )
}
