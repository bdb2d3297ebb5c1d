import type { TransferDetail } from '#shared/contract/transfers.ts'
import { transferStatusLabels } from '#shared/labels/transfers.ts'
import { type DateOnly, formatDots } from '#shared/lib/dates.ts'

interface Moment {
  readonly on: DateOnly | null
  readonly text: string
  readonly isDue?: boolean
}

function momentsOf(detail: TransferDetail): readonly Moment[] {
  const { direction, status, fields, sentOn, receivedOn, receiptOn, endedOn, dueOn, endReason, reportedTo } =
    detail
  const isOut = direction === 'out'
  const letter = fields.letterNo === null ? '' : `，编号 ${fields.letterNo}`
  const ended = [endReason, reportedTo === null ? null : `已报告${reportedTo}`].filter(
    (part) => part !== null,
  )
  return [
    { on: fields.issuedOn, text: `${isOut ? '开具介绍信' : '对方开具介绍信'}${letter}` },
    { on: sentOn, text: '本人带走或寄出' },
    { on: fields.archiveOn, text: `档案移交${fields.archiveHow === null ? '' : `（${fields.archiveHow}）`}` },
    { on: receivedOn, text: isOut ? '对方接收' : '我方接收' },
    { on: receiptOn, text: isOut ? '回执到达' : '回执寄出' },
    { on: endedOn, text: [transferStatusLabels[status], ...ended].join('：') },
    { on: dueOn, text: status === 'accepted' ? '应办结回执' : '介绍信到期', isDue: true },
  ]
    .filter(({ on }) => on !== null)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
}

/** What happened when, and what is due. */
export function TransferTimeline({ detail }: { readonly detail: TransferDetail }) {
  const moments = momentsOf(detail)
  if (moments.length === 0) return <p className="muted">还没有开具</p>
  return (
    <ol className="transfer-timeline" aria-label="办理经过">
      {moments.map(({ on, text, isDue }) => (
        <li key={text} className={isDue === true ? 'transfer-timeline-due' : undefined}>
          <span className="number">{on === null ? '' : formatDots(on)}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
