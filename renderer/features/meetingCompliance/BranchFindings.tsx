import type { BranchCompliance, GridCell } from '#shared/contract/meetingRows.ts'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import type { LifeFinding } from '#shared/domain/meetings/lifeRules.ts'
import type { Period } from '#shared/domain/meetings/periods.ts'
import { Link } from 'react-router'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { FindingNote } from '../../ui/FindingNote.tsx'
import { cellsAt } from './gridWords.ts'
import { recordAddress, recordsAddress } from './records.ts'

/** What a new record would be of; null where one would not mend it. */
function kindOf({ code, message }: LifeFinding): DutyKind | null {
  if (code === 'LIFE-01') return 'branchMeeting'
  if (code === 'LIFE-02') return 'committeeMeeting'
  if (code === 'LIFE-03') return 'groupMeeting'
  if (code === 'LIFE-04') return 'lecture'
  if (code === 'LIFE-05') return message.includes('没有主题党日') ? 'themeDay' : null
  if (code === 'LIFE-06') return message.includes('民主评议') ? 'appraisal' : 'organizationLife'
  return null
}

const isDraft = (cells: readonly GridCell[], kind: DutyKind, period: Period): boolean =>
  cellsAt(cells, period, kind).some(({ state }) => state === 'draft')

interface BranchFindingsProps {
  readonly compliance: BranchCompliance
  /** How every duty stands. */
  readonly cells: readonly GridCell[]
}

/** LIFE-01 to LIFE-09 of a branch and year, each with its article and the way to mend it. */
export function BranchFindings({ compliance, cells }: BranchFindingsProps) {
  const canWrite = useHasRight('member.write')
  const { organizationId, findings, year } = compliance
  if (findings.length === 0) return <p className="muted">{year}年到今天没有缺的，也没有要提醒的。</p>
  return (
    <div className="duty-findings">
      {findings.map((finding) => {
        const kind = kindOf(finding)
        const { code, period, groupId, message } = finding
        return (
          <FindingNote
            key={`${code} ${period.length} ${period.no} ${groupId ?? ''} ${message}`}
            finding={finding}
            actions={
              kind === null ? undefined : isDraft(cells, kind, period) ? (
                <Link to={recordsAddress(organizationId, period, [kind])}>看草稿</Link>
              ) : canWrite ? (
                <Link to={recordAddress(organizationId, { kind, groupId }, period, today())}>补录一次</Link>
              ) : undefined
            }
          />
        )
      })}
    </div>
  )
}
