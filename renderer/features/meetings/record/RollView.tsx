import type { MeetingContent } from '#shared/contract/meetingRows.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { absenceReasonLabels, attendanceStateLabels, exemptReasonLabels } from '#shared/labels/meetings.ts'
import { formatDots, isDateOnly } from '#shared/lib/dates.ts'
import { isMarked, rollSentence } from './rollEdit.ts'

function awayText({ name, state, reason, note, exempt, madeUpOn }: RollEntry): string {
  const words = [
    attendanceStateLabels[state],
    reason === null ? null : absenceReasonLabels[reason],
    note,
    exempt === null ? null : `不计入应到：${exemptReasonLabels[exempt]}`,
    madeUpOn !== null && isDateOnly(madeUpOn) ? `${formatDots(madeUpOn)} 补学` : null,
  ].filter((text) => text !== null)
  return `${name}（${words.join('，')}）`
}

/** Who came and who did not, as the record has it: names, or counts alone. */
export function RollView({ fields }: { readonly fields: MeetingContent['fields'] }) {
  const { roll, should, present, shouldReason, absentWords } = fields
  if (roll === null) {
    return (
      <>
        {should === null && present === null ? (
          <p className="muted">没有登记到会人数。</p>
        ) : (
          <p>
            应到 {should ?? '—'} 人，实到 {present ?? '—'} 人<span className="muted">（只登记了人数）</span>
          </p>
        )}
        {shouldReason !== null && <p>应到的说明：{shouldReason}</p>}
        {absentWords !== null && <p>缺席：{absentWords}</p>}
      </>
    )
  }
  const names = (list: readonly RollEntry[]) => list.map(({ name }) => name).join('、')
  const came = roll.filter(({ state }) => state === 'present')
  const away = roll.filter(({ state }) => state !== 'present')
  const others = came.filter(({ isVoter }) => !isVoter)
  if (!isMarked(roll)) {
    return (
      <>
        <p>
          <strong>{rollSentence(roll)}</strong>
        </p>
        <p>名单：{roll.map((entry) => (entry.reason === null ? entry.name : awayText(entry))).join('、')}</p>
      </>
    )
  }
  return (
    <>
      <p>
        <strong>{rollSentence(roll)}</strong>
      </p>
      <p>到会：{names(came.filter(({ isVoter }) => isVoter)) || '没有'}</p>
      {others.length > 0 && <p>没有表决权的到会：{names(others)}</p>}
      {away.length > 0 && <p>未到会：{away.map(awayText).join('、')}</p>}
      {shouldReason !== null && <p>应到的说明：{shouldReason}</p>}
    </>
  )
}
