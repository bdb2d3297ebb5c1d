import type { CustomCellRendererProps } from 'ag-grid-react'
import { use } from 'react'
import { Link } from 'react-router'
import type { MemberListRow } from '#shared/contract/members.ts'
import { Icon } from '../../ui/icons.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { RosterContext } from './rosterContext.ts'

type CellProps = CustomCellRendererProps<MemberListRow, string>

export function SelectCell({ data, node }: CellProps) {
  const { selected, onToggle } = use(RosterContext)
  if (data === undefined) return null
  return (
    <input
      type="checkbox"
      className="roster-check"
      tabIndex={-1}
      aria-label={`选择 ${data.record.name}`}
      checked={selected.has(data.id)}
      readOnly
      onClick={(event) => {
        event.stopPropagation()
        onToggle(node.rowIndex ?? 0, data, event.shiftKey)
      }}
    />
  )
}

export function NameCell({ data, node }: CellProps) {
  const { onOpen } = use(RosterContext)
  if (data === undefined) return <span className="muted">读取中…</span>
  return (
    <Link
      to={`/members/${data.id}`}
      tabIndex={-1}
      className="roster-name"
      title={data.record.name}
      onClick={(event) => {
        event.preventDefault()
        if (!event.ctrlKey && !event.shiftKey && !event.metaKey) onOpen(node.rowIndex ?? 0, data.id)
      }}
    >
      {data.record.name}
    </Link>
  )
}

export function FindingsCell({ data }: CellProps) {
  if (data === undefined || data.worstSeverity === null) return null
  return <SeverityTag severity={data.worstSeverity} count={data.findingCount} />
}

/** A masked value with the button that reveals the row's sensitive fields. */
export function SensitiveCell({ data, value }: CellProps) {
  const { revealed, onReveal } = use(RosterContext)
  if (data === undefined || value === '' || value === undefined || value === null) return null
  const isShown = revealed.has(data.id)
  return (
    <span className="roster-sensitive">
      <span className="ellipsis number">{value}</span>
      {onReveal !== null && (
        <button
          type="button"
          className="roster-eye"
          tabIndex={-1}
          aria-pressed={isShown}
          aria-label={`${isShown ? '隐藏' : '显示'}${data.record.name}的敏感信息`}
          title={isShown ? '隐藏（F2）' : '显示（F2），查看会记入日志'}
          onClick={(event) => {
            event.stopPropagation()
            onReveal(data.id)
          }}
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
        </button>
      )}
    </span>
  )
}
