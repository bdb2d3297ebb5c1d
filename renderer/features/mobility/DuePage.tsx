import { useState } from 'react'
import { Link } from 'react-router'
import type { MobilityRow } from '#shared/contract/mobility.ts'
import { mobilityDirectionLabels } from '#shared/labels/mobility.ts'
import { formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { MaskedText } from '../../ui/MaskedText.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { ContactForm } from './ContactForm.tsx'
import { MobilityTabs } from './MobilityTabs.tsx'
import { addressOf, mobilityTarget } from './mobilityView.ts'
import './mobility.css'

const shown = 200

/** Who is to be contacted by Sunday, one after the other: Enter logs a contact and goes to the next. */
export function DuePage() {
  const due = useCall('mobility.due', { organizationId: null, limit: shown }, { keepPrevious: true })
  const canWrite = useHasRight('member.write')
  const data = due.data
  const subtitle =
    data === undefined
      ? ''
      : `到 ${formatPartialDate(data.until)}（周日）共 ${data.total} 人（流出 ${data.total - data.inflows}，流入 ${data.inflows}），其中逾期 ${data.overdue} 人`
  return (
    <Page
      title="流动党员"
      subtitle={<span aria-live="polite">{subtitle}</span>}
      actions={canWrite && <UndoLastButton target={mobilityTarget} />}
      toolbar={<MobilityTabs current="due" />}
    >
      <QueryBoundary query={due} what="查看流动党员" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title="本周没有要联系的人"
              text="到了该联系的日子，流出、流入党员会列在这里。"
              actions={<LinkButton to="/mobility">看流出党员</LinkButton>}
            />
          ) : (
            <DueBoard rows={rows} total={total} canWrite={canWrite} />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface DueBoardProps {
  readonly rows: readonly MobilityRow[]
  readonly total: number
  readonly canWrite: boolean
}

function DueBoard({ rows, total, canWrite }: DueBoardProps) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = rows.find(({ id }) => id === chosenId) ?? rows[0]
  const next = (from: MobilityRow): void => {
    const at = rows.findIndex(({ id }) => id === from.id)
    setChosenId((rows[at + 1] ?? rows[at - 1])?.id ?? null)
  }
  return (
    <div className="mobility-due">
      <ul className="mobility-due-list" aria-label="应联系的人">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="mobility-due-person"
              aria-pressed={row.id === chosen?.id}
              onClick={() => setChosenId(row.id)}
            >
              <span className="mobility-due-name">{row.name}</span>
              <span className="muted small">{mobilityDirectionLabels[row.direction]}</span>
              <span className={row.isOverdue ? 'mobility-overdue' : undefined}>
                {row.nextDue === null ? '' : formatDots(row.nextDue)}
                {row.isOverdue && ' 逾期'}
              </span>
              <span className="muted small ellipsis mobility-due-place">
                {row.organizationName}
                {row.placeText !== '' && ` → ${row.placeText}`}
              </span>
            </button>
          </li>
        ))}
        {total > rows.length && (
          <li className="muted small">另有 {total - rows.length} 人，登记后继续列出</li>
        )}
      </ul>
      {chosen !== undefined && (
        <section className="mobility-due-one" aria-label={`联系${chosen.name}`}>
          <div className="mobility-head">
            <h2 className="mobility-name">{chosen.name}</h2>
            <Link to={addressOf({ direction: chosen.direction, recordId: chosen.id })}>
              查看记录和全部联系
            </Link>
          </div>
          <LastContact row={chosen} />
          <Phone key={chosen.id} row={chosen} />
          <FindingNotes findings={chosen.findings} />
          {canWrite && (
            <ContactForm
              key={chosen.id}
              recordId={chosen.id}
              name={chosen.name}
              editing={null}
              startsInContent
              onSaved={() => next(chosen)}
            />
          )}
          {chosen.proposesLostCase && chosen.memberId !== null && canWrite && (
            <LinkButton to={`/mobility/lost/new?member=${chosen.memberId}`}>转入失联处置</LinkButton>
          )}
        </section>
      )}
    </div>
  )
}

/** Masked until somebody is about to call. */
function Phone({ row }: { readonly row: MobilityRow }) {
  const canReveal = useHasRight('member.reveal')
  const reveal = useCommand('mobility.reveal')
  const [clear, setClear] = useState<string | null>(null)
  if (row.phone === null) return <p className="muted">没有登记电话</p>
  const ask = async (): Promise<void> => setClear((await reveal.mutateAsync({ id: row.id })).phone)
  return (
    <p>
      电话{' '}
      {canReveal ? (
        <MaskedText
          label="电话"
          masked={row.phone}
          revealed={clear}
          onReveal={ask}
          onHide={() => setClear(null)}
        />
      ) : (
        row.phone
      )}
    </p>
  )
}

function LastContact({ row }: { readonly row: MobilityRow }) {
  const { lastContact, fields, organizationName, placeText } = row
  const where = [placeText, fields.unit].filter((part) => part !== null && part !== '').join('，')
  return (
    <p>
      {organizationName}
      {where !== '' && `，在${where}`}。
      {lastContact === null
        ? '还没有联系记录。'
        : `上次：${formatPartialDate(lastContact.contactedOn)}${lastContact.isReached ? '' : '，未联系上'}${lastContact.content === null ? '' : `，${lastContact.content}`}。`}
    </p>
  )
}
