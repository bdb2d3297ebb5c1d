import { useState } from 'react'
import type { ImportRow } from '#shared/contract/imports.ts'

const shownAtFirst = 4

/** Old -> new, field by field; long lists fold. */
export function RowChanges({ row }: { readonly row: ImportRow }) {
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? row.changes : row.changes.slice(0, shownAtFirst)
  const rest = row.changes.length - shownAtFirst
  return (
    <>
      <dl className="import-row-changes">
        {shown.map((change) => (
          <div key={change.field}>
            <dt>{change.label}</dt>
            <dd>
              <span className="diff-old">{change.old === '' ? '（空）' : change.old}</span>
              <span aria-label="改为"> → </span>
              <span className="diff-new">{change.new === '' ? '（空）' : change.new}</span>
            </dd>
          </div>
        ))}
      </dl>
      {rest > 0 && (
        <button
          type="button"
          className="link-button small"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? '收起' : `另有 ${rest} 项`}
        </button>
      )}
    </>
  )
}
