import { Drawer } from 'antd'
import type { BranchCompliance, GridCell, GridRow } from '#shared/contract/meetingRows.ts'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import type { LifeFinding } from '#shared/domain/meetings/lifeRules.ts'
import { daysOf, type Period, periodLabel } from '#shared/domain/meetings/periods.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { branchYearAddress } from '../../lib/meetingPages.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useScale } from '../../ui/useScale.ts'
import { StateWord } from './CellMark.tsx'
import { branchInput, type OpenCell, periodOf } from './completionView.ts'
import { ContactPhone } from './ContactPhone.tsx'
import { cellsAt } from './gridWords.ts'
import { recordAddress, recordsAddress } from './records.ts'

interface CellDrawerProps {
  readonly year: number
  /** Null while closed. */
  readonly open: OpenCell | null
  readonly kind: DutyKind | null
  readonly onClose: () => void
}

/** What is there and what is missing of one branch in one month, quarter or year, and by which article. */
export function CellDrawer({ year, open, kind, onClose }: CellDrawerProps) {
  const { scale } = useScale()
  return (
    <Drawer
      open={open !== null}
      title={open === null ? '' : periodLabel(periodOf(year, open))}
      size={scale === 'large' ? 560 : 460}
      onClose={onClose}
      destroyOnHidden
      classNames={{ body: 'duty-drawer' }}
    >
      {open !== null && <Opened year={year} open={open} kind={kind} />}
    </Drawer>
  )
}

interface OpenedProps {
  readonly year: number
  readonly open: OpenCell
  readonly kind: DutyKind | null
}

function Opened({ year, open, kind }: OpenedProps) {
  const { organizationId } = open
  const grid = useCall('meetings.grid', branchInput(organizationId, year))
  const found = useCall('meetings.compliance', { organizationId, year })
  return (
    <QueryBoundary query={grid} what="查看完成情况" lines={6}>
      {({ rows: [row] }) =>
        row === undefined ? (
          <p className="muted">这个党组织在{year}年没有应开的会议。</p>
        ) : (
          <>
            <h2 className="duty-drawer-name">{row.organizationName}</h2>
            <QueryBoundary query={found} what="查看缺了什么" lines={4}>
              {(compliance) => (
                <Kinds
                  row={row}
                  compliance={compliance}
                  period={periodOf(year, open)}
                  cells={cellsAt(row.cells, open, kind)}
                />
              )}
            </QueryBoundary>
            <p className="duty-drawer-contact">
              <span className="muted">联系人</span>
              <ContactPhone {...row} key={organizationId} />
            </p>
            <LinkButton to={branchYearAddress(organizationId, year)}>这个支部的全年情况</LinkButton>
          </>
        )
      }
    </QueryBoundary>
  )
}

interface KindsProps {
  readonly row: GridRow
  readonly compliance: BranchCompliance
  readonly period: Period
  readonly cells: readonly GridCell[]
}

function Kinds({ row, compliance, period, cells }: KindsProps) {
  if (cells.length === 0) return <p className="muted">这段时间没有应开的会议。</p>
  return cells.map((cell) => (
    <KindState
      key={cell.kind}
      cell={cell}
      organizationId={row.organizationId}
      period={period}
      findings={findingsOf(compliance.findings, cell.kind, period)}
    />
  ))
}

const codes: Readonly<Record<DutyKind, string>> = {
  branchMeeting: 'LIFE-01',
  committeeMeeting: 'LIFE-02',
  groupMeeting: 'LIFE-03',
  lecture: 'LIFE-04',
  themeDay: 'LIFE-05',
  organizationLife: 'LIFE-06',
  appraisal: 'LIFE-06',
}

/** LIFE-06 is of two kinds, told apart by what it names. */
function findingsOf(
  findings: readonly LifeFinding[],
  kind: DutyKind,
  period: Period,
): readonly LifeFinding[] {
  const isOther = ({ message }: LifeFinding) =>
    codes[kind] === 'LIFE-06' && !message.includes(meetingKindLabels[kind])
  return findings.filter(
    (finding) =>
      finding.code === codes[kind] &&
      finding.period.length === period.length &&
      finding.period.no === period.no &&
      !isOther(finding),
  )
}

interface KindStateProps {
  readonly cell: GridCell
  readonly organizationId: string
  readonly period: Period
  readonly findings: readonly LifeFinding[]
}

function KindState({ cell: { kind, state, groups }, organizationId, period, findings }: KindStateProps) {
  const canWrite = useHasRight('member.write')
  const now = today()
  const name = meetingKindLabels[kind]
  const hasRecords = state === 'done' || state === 'draft' || (groups !== null && groups.done > 0)
  const isRunning = daysOf(period).to >= now
  return (
    <section className="duty-kind" aria-label={name}>
      <div className="duty-kind-head">
        <strong>{name}</strong>
        <StateWord state={state} />
        {groups !== null && groups.owed > 1 && (
          <span className="muted small number">
            {groups.owed} 个党小组中 {groups.done} 个已开
          </span>
        )}
      </div>
      {state === 'near' && findings.length === 0 && (
        <p className="muted">还没有记录，最迟 {formatPartialDate(daysOf(period).to)}。</p>
      )}
      <FindingNotes findings={findings} />
      <div className="duty-kind-actions">
        {hasRecords && <LinkButton to={recordsAddress(organizationId, period, [kind])}>看记录</LinkButton>}
        {canWrite && state !== 'done' && state !== 'draft' && (
          <LinkButton to={recordAddress(organizationId, { kind, groupId: onlyGroup(findings) }, period, now)}>
            {isRunning ? '登记会议' : '补录一次'}
          </LinkButton>
        )}
      </div>
    </section>
  )
}

/** The group that has none, where it is one. */
function onlyGroup(findings: readonly LifeFinding[]): string | null {
  const [first, ...others] = findings
  return first === undefined || others.length > 0 ? null : first.groupId
}
