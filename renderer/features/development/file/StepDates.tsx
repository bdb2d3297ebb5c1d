import { Button } from 'antd'
import type { DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { opinionLabels, peopleLabels } from './stepForm.ts'
import type { StepDeeds } from './StepList.tsx'
import { type StepDate, type StepView, windowText } from './stepViews.ts'

interface StepDatesProps {
  readonly view: StepView
  readonly deeds: StepDeeds | null
}

/** The dated facts of a step: what was recorded, or when it can be done. */
export function StepDates({ view, deeds }: StepDatesProps) {
  const shown = view.dates.filter(({ record, line }) => record !== null || line !== null)
  if (shown.length === 0) return null
  return (
    <ul className="dev-dates">
      {shown.map((date) => (
        <li key={date.milestone}>
          <span className="dev-date-label">{date.label}</span>
          {date.record === null ? (
            <OpenDate date={date} deeds={deeds} />
          ) : (
            <DoneDate record={date.record} label={date.label} deeds={deeds} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface OpenDateProps extends Pick<StepDatesProps, 'deeds'> {
  readonly date: StepDate
}

function OpenDate({ date: { milestone, label, line }, deeds }: OpenDateProps) {
  if (line === null) return null
  const window = line.status === 'skipped' ? null : windowText(line)
  return (
    <>
      <span className="muted">
        {line.status === 'skipped' ? '没有日期' : (window ?? '没有期限')}
        {line.status === 'impossible' && '（办不到）'}
        {line.status === 'impossible' && line.why !== null && <span className="small">　{line.why}</span>}
      </span>
      {deeds !== null && (
        <Button
          size="small"
          aria-label={`${line.status === 'skipped' ? '补登记' : '登记'}${label}`}
          onClick={() => deeds.onRecord(milestone)}
        >
          {line.status === 'skipped' ? '补登记' : '登记'}
        </Button>
      )}
    </>
  )
}

/** Everything else that was written down with the day. */
function factsOf(record: DevelopmentStepRow): readonly string[] {
  const { milestone, people, place, bodyName, docNo, opinion, overrideReason } = record
  const named = (label: string, text: string | null) => (text === null ? [] : [`${label}：${text}`])
  return [
    ...named('地点', place),
    ...named(peopleLabels[milestone] ?? '经办', people),
    ...named('办理机关', bodyName),
    ...named('文号', docNo),
    ...named(opinionLabels[milestone] ?? '意见', opinion),
    ...named('说明原因登记', overrideReason),
  ]
}

interface DoneDateProps {
  readonly record: DevelopmentStepRow
  readonly label: string
  readonly deeds: StepDeeds | null
}

function DoneDate({ record, label, deeds }: DoneDateProps) {
  const facts = factsOf(record)
  return (
    <>
      <span>
        <strong>{formatPartialDate(record.doneOn)}</strong>
        {facts.length > 0 && <span className="dev-date-facts">{facts.join('　')}</span>}
      </span>
      {deeds !== null && (
        <span className="dev-date-actions">
          <Button
            size="small"
            type="link"
            aria-label={`更正${label}`}
            onClick={() => deeds.onCorrect(record)}
          >
            更正
          </Button>
          <Button size="small" type="link" aria-label={`删去${label}`} onClick={() => deeds.onRemove(record)}>
            删去
          </Button>
        </span>
      )}
    </>
  )
}
