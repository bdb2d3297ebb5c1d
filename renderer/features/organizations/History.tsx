import type { OrganizationEvent } from '#shared/contract/organizations.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'

const eventLabels: Readonly<Record<OrganizationEvent['kind'], string>> = {
  created: '建立',
  renamed: '更名',
  moved: '移动',
  merged: '合并',
  dissolved: '撤销',
  restored: '恢复',
}

function fromTo({ fromText, toText }: OrganizationEvent): string {
  if (fromText !== null && toText !== null) return `${fromText} → ${toText}`
  return fromText ?? toText ?? ''
}

export function History({ events }: { readonly events: readonly OrganizationEvent[] }) {
  if (events.length === 0) return <p className="muted">还没有变动记录</p>
  return (
    <ul className="org-history">
      {events.map((event) => (
        <li key={event.id}>
          <div>
            <strong>{eventLabels[event.kind]}</strong>{' '}
            <span className="muted">{formatPartialDate(event.happenedOn)}</span>
            {event.docNo !== null && <span className="muted">　{event.docNo}</span>}
          </div>
          <div>{fromTo(event)}</div>
          {event.reason !== null && <div className="muted">原因：{event.reason}</div>}
        </li>
      ))}
    </ul>
  )
}
