import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { DevelopmentPlan, PlanLine } from '#shared/domain/development/plan.ts'
import { planStatusLabels } from '#shared/labels/development.ts'
import { formatDots, formatPartialDate, isPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { useCall } from '../../../lib/queries.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { stepAddress } from './fileView.ts'
import { PlanPrintButton } from './PlanPrintButton.tsx'
import { useFileCommand } from './useFileCommand.ts'
import { WishInput } from './WishInput.tsx'

interface PlanTabProps {
  readonly detail: DevelopmentDetail
  readonly canWrite: boolean
}

const typingPauseMs = 250

/** 倒排日历: from the day somebody would like the 支部大会, or from the dates so far, the first and last day of every step that remains. */
export function PlanTab({ detail, canWrite }: PlanTabProps) {
  const [wish, setWish] = useState(detail.fields.wishedOn)
  const asked = useDebounced(wish, typingPauseMs)
  const plan = useCall('development.plan', { id: detail.id, wishedOn: asked }, { keepPrevious: true })
  const save = useFileCommand('development.update')
  const isHeld = detail.steps.some(
    ({ milestone, supersededBy }) => milestone === 'meetingOn' && supersededBy === null,
  )
  return (
    <SectionCard title="倒排日历" extra={<PlanPrintButton fileId={detail.id} wishedOn={asked} />}>
      {isHeld ? (
        <p className="muted">支部大会已经召开，下面按已登记的日期推算余下各步最早、最晚哪天办。</p>
      ) : (
        <>
          <div className="dev-wish">
            <WishInput value={wish} onChange={setWish} />
            {canWrite && wish !== detail.fields.wishedOn && (
              <Button
                loading={save.isPending}
                onClick={() =>
                  save.run(
                    { id: detail.id, version: detail.version, fields: { wishedOn: wish } },
                    wish === null ? '已去掉希望召开的日期' : '已保存希望召开的日期',
                  )
                }
              >
                {wish === null ? '去掉日期' : '保存这个日期'}
              </Button>
            )}
          </div>
          <p className="muted">
            填上希望召开支部大会的日期，往前倒排每一步最晚哪天办；不填就从已登记的日期往后推。
          </p>
        </>
      )}
      {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
      <QueryBoundary query={plan} what="查看倒排日历" lines={8}>
        {(found) => (
          <>
            <WishResult plan={found} />
            <Lines fileId={detail.id} lines={found.lines} />
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}

function WishResult({ plan: { wish } }: { readonly plan: DevelopmentPlan }) {
  if (wish === null) return null
  const day = formatPartialDate(wish.on)
  return (
    <Alert
      className="dev-notice"
      type={wish.isPossible ? 'success' : 'error'}
      showIcon
      title={
        wish.isPossible
          ? `${day}召开支部大会，来得及`
          : `${day}召开支部大会办不到${wish.why === null ? '' : `：${wish.why}`}`
      }
    />
  )
}

function Lines({ fileId, lines }: { readonly fileId: string; readonly lines: readonly PlanLine[] }) {
  const [showsDone, setShowsDone] = useState(false)
  const done = lines.filter(({ status }) => status === 'done').length
  const shown = showsDone ? lines : lines.filter(({ status }) => status !== 'done')
  return (
    <>
      {done > 0 && (
        <Button type="link" size="small" aria-expanded={showsDone} onClick={() => setShowsDone(!showsDone)}>
          {showsDone ? '收起已办的' : `显示已办的 ${done} 项`}
        </Button>
      )}
      <table className="dev-table dev-plan">
        <thead>
          <tr>
            <th>步骤</th>
            <th>办什么</th>
            <th>状态</th>
            <th>最早</th>
            <th>最晚</th>
            <th>为什么</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.milestone} className={`dev-plan-${line.status}`}>
              <td className="number">{line.step}</td>
              <td>
                <Link to={stepAddress(fileId, line.step)}>{line.label}</Link>
              </td>
              <td className="nowrap">
                <StateMark
                  state={
                    line.status === 'done'
                      ? 'good'
                      : line.status === 'impossible'
                        ? 'bad'
                        : line.status === 'skipped'
                          ? 'warning'
                          : 'none'
                  }
                >
                  {planStatusLabels[line.status]}
                </StateMark>
              </td>
              {line.doneOn === null ? (
                <>
                  <td className="number nowrap">{line.earliest === null ? '' : formatDots(line.earliest)}</td>
                  <td className="number nowrap">{line.latest === null ? '' : formatDots(line.latest)}</td>
                </>
              ) : (
                <td className="number" colSpan={2}>
                  {isPartialDate(line.doneOn) ? `${formatDots(line.doneOn)} 已办` : line.doneOn}
                </td>
              )}
              <td className="small">{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
