import { useState } from 'react'
import { Link } from 'react-router'
import type { MissingFact } from '#shared/contract/documents.ts'
import { groupMissing, type MissingGroup, missingListLink } from './missingGroups.ts'

interface MissingFactsProps {
  readonly missing: readonly MissingFact[]
  readonly organizationId: string | null
}

const shownAtFirst = 12

function Group({
  group,
  organizationId,
}: {
  readonly group: MissingGroup
  readonly organizationId: string | null
}) {
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? group.where : group.where.slice(0, shownAtFirst)
  const rest = group.where.length - shownAtFirst
  return (
    <li className="export-missing-group">
      <div className="export-missing-head">
        <strong>{group.label}</strong>
        <span className="muted number">{group.where.length.toLocaleString('zh-CN')} 处</span>
        {group.field !== null && <Link to={missingListLink(group.field, organizationId)}>到名册补填</Link>}
      </div>
      <div className="export-missing-where">
        {shown.join('、')}
        {rest > 0 && (
          <>
            {!isOpen && '…… '}
            <button
              type="button"
              className="link-button small"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? '收起' : `另有 ${rest} 处`}
            </button>
          </>
        )}
      </div>
    </li>
  )
}

/** 缺项清单: what the document leaves blank, by kind, with the way to fill it in. */
export function MissingFacts({ missing, organizationId }: MissingFactsProps) {
  return (
    <ul className="export-missing-list" aria-label="缺项清单">
      {groupMissing(missing).map((group) => (
        <Group key={group.label} group={group} organizationId={organizationId} />
      ))}
    </ul>
  )
}
