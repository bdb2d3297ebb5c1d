import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import type { DevelopmentDetail, KeptFinding } from '#shared/contract/developmentRows.ts'
import { stepGuide } from '#shared/domain/development/guides.ts'
import { isMilestone, type Milestone } from '#shared/domain/development/milestones.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { deadlineDay, deadlineTitle } from '../../../lib/developmentWords.ts'
import { today } from '../../../lib/today.ts'
import { Icon } from '../../../ui/icons.tsx'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'
import { isOpenFile, stepAddress } from './fileView.ts'
import { type StepView, windowText, worstFirst } from './stepViews.ts'

interface NextCardProps {
  readonly detail: DevelopmentDetail
  readonly views: readonly StepView[]
  readonly canWrite: boolean
  readonly onRecord: (milestone: Milestone) => void
}

const mostFindings = 3
const mostDeadlines = 4

/** The clerk's daily work: what is next, until when, how, and what is wrong. */
export function NextCard({ detail, views, canWrite, onRecord }: NextCardProps) {
  const findings = worstFirst(detail.findings).filter(({ overriddenReason }) => overriddenReason === null)
  const now = today()
  const deadlines = detail.deadlines.slice(0, mostDeadlines)
  return (
    <section className="card dev-next" aria-label="下一步">
      <div className="dev-next-step">
        <NextStep detail={detail} views={views} canWrite={canWrite} onRecord={onRecord} />
      </div>
      <div className="dev-next-side">
        {deadlines.length > 0 && (
          <>
            <h2 className="dev-small-title">期限</h2>
            <ul className="dev-plain-list">
              {deadlines.map((deadline) => (
                <li key={`${deadline.code} ${deadline.step}`}>
                  <Link to={stepAddress(detail.id, deadline.step)}>{deadlineTitle(deadline)}</Link>
                  <span className="number muted">{deadlineDay(deadline, now)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 className="dev-small-title">问题</h2>
        {findings.length === 0 ? (
          <p className="muted">没有要核对的问题。</p>
        ) : (
          <WorstFindings fileId={detail.id} findings={findings} />
        )}
      </div>
    </section>
  )
}

function WorstFindings({
  fileId,
  findings,
}: {
  readonly fileId: string
  readonly findings: readonly KeptFinding[]
}) {
  return (
    <ul className="dev-plain-list">
      {findings.slice(0, mostFindings).map((finding) => (
        <li key={`${finding.code} ${finding.step} ${finding.message}`} className="dev-worst">
          <SeverityTag severity={finding.severity} />
          <Link to={stepAddress(fileId, finding.step)} title={finding.message}>
            第{finding.step}步　{finding.message}
          </Link>
        </li>
      ))}
      {findings.length > mostFindings && (
        <li className="muted small">另有 {findings.length - mostFindings} 条，标在各步下面</li>
      )}
    </ul>
  )
}

function NextStep({ detail, views, canWrite, onRecord }: NextCardProps) {
  const view = views.find(({ isNext }) => isNext)
  const line = detail.plan.lines.find(({ milestone }) => milestone === detail.plan.next)
  if (view === undefined || line === undefined || !isOpenFile(detail)) {
    return (
      <>
        <h2 className="dev-next-title">{endedTitle(detail)}</h2>
        <p className="muted">{endedWords(detail)}</p>
      </>
    )
  }
  const { no } = view
  const guide = stepGuide(no, view.ruleSet)
  const window = windowText(line)
  return (
    <>
      <h2 className="dev-next-title">
        下一步：第 {no} 步　{line.label}
      </h2>
      <p className="dev-next-window">
        <strong>{window ?? '没有期限，办好就登记'}</strong>
        {line.status === 'impossible' && <span className="form-error"> 办不到</span>}
      </p>
      {line.why !== null && <p className="muted small">{line.why}</p>}
      <dl className="dev-guide">
        <dt>办什么</dt>
        <dd>{guide.what}</dd>
        <dt>谁来办</dt>
        <dd>{guide.who}</dd>
        <dt>留什么材料</dt>
        <dd>{guide.paper}</dd>
        <dt>常见错误</dt>
        <dd>{guide.mistake}</dd>
      </dl>
      {canWrite && (
        <div className="dev-buttons">
          <Button type="primary" onClick={() => onRecord(line.milestone)}>
            登记“{line.label}”
          </Button>
          <OtherSteps detail={detail} next={line.milestone} onRecord={onRecord} />
        </div>
      )}
    </>
  )
}

interface OtherStepsProps {
  readonly detail: DevelopmentDetail
  readonly next: Milestone | null
  readonly onRecord: (milestone: Milestone) => void
}

/** Whatever else has no date yet: steps that run side by side, and those left out long ago. */
export function OtherSteps({ detail, next, onRecord }: OtherStepsProps) {
  const others = detail.plan.lines.filter(({ milestone, status }) => status !== 'done' && milestone !== next)
  if (others.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'dev-short-menu',
        items: others.map(({ milestone, step, label, status }) => ({
          key: milestone,
          label: `第${step}步　${label}${status === 'skipped' ? '（缺日期，补登记）' : ''}`,
        })),
        onClick: ({ key }) => {
          if (isMilestone(key)) onRecord(key)
        },
      }}
    >
      <Button>
        登记别的步骤 <Icon name="down" />
      </Button>
    </Dropdown>
  )
}

function endedTitle({ state, deletedAt, plan }: DevelopmentDetail): string {
  if (deletedAt !== null) return '档案在回收站'
  if (plan.next === null && state === 'full') return '已转正，材料已归档'
  return courseStateLabels[state]
}

function endedWords({ state, events, probation }: DevelopmentDetail): string {
  if (state === 'revoked') return '已取消入党积极分子资格；本人再次申请的，用“重新列为入党申请人”接着办理。'
  if (state === 'full') {
    return probation === null ? '全部步骤都已办理。' : `转正日期是${formatPartialDate(probation.end)}。`
  }
  const last = events.findLast(({ kind }) => kind === 'end' || kind === 'disqualify')
  const words = last?.words ?? null
  return `${last === undefined ? '' : formatPartialDate(last.happenedOn)}${words === null ? '' : `，${words}`}。记录保留备查，期限不再计算。`
}
