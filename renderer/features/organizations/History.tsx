import type { OrganizationEvent } from '#shared/contract/organizations.ts'
import { organizationEventLabels } from '#shared/labels/organizations.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'

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
            <strong>{organizationEventLabels[event.kind]}</strong>{' '}
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
