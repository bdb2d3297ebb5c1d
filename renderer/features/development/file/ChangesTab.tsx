import type { DevelopmentDetail, DevelopmentEventRow } from '#shared/contract/developmentRows.ts'
import { endReasons, setbacks } from '#shared/domain/development/courseActions.ts'
import { courseStateLabels, endReasonLabels, setbackLabels } from '#shared/labels/development.ts'
import { developmentEventLabels } from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { formatInstant } from '../../../lib/formatInstant.ts'
import { useHasRight } from '../../../lib/session.ts'
import { RecordHistory } from '../../../ui/RecordHistory.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'

interface ChangesTabProps {
  readonly detail: DevelopmentDetail
  readonly canWrite: boolean
}

/** What happened to the file beside its steps, and who changed what in it. */
export function ChangesTab({ detail, canWrite }: ChangesTabProps) {
  const canSeeHistory = useHasRight('activity.read')
  const { events, createdAt, updatedAt, id, version } = detail
  return (
    <>
      <SectionCard title="退回、延长、转移、终止">
        {events.length === 0 ? (
          <p className="muted">没有登记过。</p>
        ) : (
          <ol className="dev-events">
            {events.map((event) => (
              <li key={event.id} className={event.supersededBy === null ? undefined : 'muted'}>
                <strong>{formatPartialDate(event.happenedOn)}</strong>
                <span>
                  {developmentEventLabels[event.kind]}
                  {factsOf(event).map((fact) => `　${fact}`)}
                </span>
              </li>
            ))}
          </ol>
        )}
        <p className="muted small">
          登记 {formatInstant(createdAt)}，最近修改 {formatInstant(updatedAt)}
        </p>
      </SectionCard>
      {canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind="developmentFile" id={id} version={version} isFrozen={!canWrite} />
        </SectionCard>
      )}
    </>
  )
}

function causeText(cause: string | null): string | null {
  const setback = setbacks.find((each) => each === cause)
  if (setback !== undefined) return setbackLabels[setback]
  const end = endReasons.find((each) => each === cause)
  return end === undefined ? cause : endReasonLabels[end]
}

function factsOf(event: DevelopmentEventRow): readonly string[] {
  const { cause, toState, months, approvedOn, bodyName, docNo, words, overrideReason, supersededBy } = event
  return [
    causeText(cause),
    toState === null ? null : `回到${courseStateLabels[toState]}`,
    months === null ? null : `${months} 个月`,
    approvedOn === null ? null : `${formatPartialDate(approvedOn)} ${bodyName ?? '上级党委'}批准`,
    docNo === null ? null : `文号 ${docNo}`,
    words,
    overrideReason === null ? null : `说明原因登记：${overrideReason}`,
    supersededBy === null ? null : '（后来退回，不再算数）',
  ].filter((fact) => fact !== null)
}
