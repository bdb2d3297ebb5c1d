import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import type { Milestone, StepNo } from '#shared/domain/development/milestones.ts'
import type { DevelopmentReviewKind, GuarantorDuty } from '#shared/domain/development/records.ts'
import { type Stage, stages } from '#shared/domain/development/steps.ts'
import { stageLabels } from '#shared/labels/development.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import type { FindingAnswers } from '../../../ui/useFindingAnswers.tsx'
import { StepItem } from './StepItem.tsx'
import { markText, markWords, type StepView } from './stepViews.ts'
import type { FactGroup } from './factGroups.ts'
import { stepAddress } from './fileView.ts'

/** What can be done beside a step; null for somebody who only reads. */
export interface StepDeeds extends FindingAnswers {
  readonly onRecord: (milestone: Milestone) => void
  readonly onCorrect: (record: DevelopmentStepRow) => void
  readonly onRemove: (record: DevelopmentStepRow) => void
  readonly onVote: (voteId: string) => void
  readonly onRemoveVote: (voteId: string) => void
  readonly onFacts: (group: FactGroup) => void
  readonly onGuarantors: (duty: GuarantorDuty) => void
  readonly onReview: (kind: DevelopmentReviewKind) => void
}

interface StepListProps {
  readonly detail: DevelopmentDetail
  readonly views: readonly StepView[]
  readonly chosen: StepNo | null
  /** Another with every visit, so that the same step can be gone to twice. */
  readonly visit: string
  readonly deeds: StepDeeds | null
}

/** All steps by stage; the one that was asked for comes into view and takes the focus. */
export function StepList({ detail, views, chosen, visit, deeds }: StepListProps) {
  const list = useRef<HTMLDivElement>(null)
  const target = useMemo(() => (chosen === null ? null : { step: chosen, visit }), [chosen, visit])
  useEffect(() => {
    if (target === null) return
    const item = list.current?.querySelector<HTMLElement>(`[data-step="${target.step}"]`)
    item?.scrollIntoView({ block: 'start' })
    item?.focus({ preventScroll: true })
  }, [target])
  return (
    <div ref={list} className="dev-steps">
      {stages.map((stage) => {
        const own = views.filter(({ definition }) => definition.stage === stage)
        return (
          <StageCard
            key={stage}
            stage={stage}
            views={own}
            isAsked={own.some(({ no }) => no === chosen)}
            detail={detail}
            chosen={chosen}
            deeds={deeds}
          />
        )
      })}
    </div>
  )
}

interface StageCardProps {
  readonly stage: Stage
  readonly views: readonly StepView[]
  /** One of its steps was asked for. */
  readonly isAsked: boolean
  readonly detail: DevelopmentDetail
  readonly chosen: StepNo | null
  readonly deeds: StepDeeds | null
}

/** A stage with nothing left to do or to answer for shows its dates alone until it is unfolded. */
function StageCard({ stage, views, isAsked, detail, chosen, deeds }: StageCardProps) {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const done = views.filter(({ mark }) => mark === 'done').length
  const isSettled =
    done === views.length &&
    views.every(({ findings }) => findings.every(({ overriddenReason }) => overriddenReason !== null))
  const isOpen = isAsked || (wanted ?? !isSettled)
  return (
    <SectionCard
      title={stageLabels[stage]}
      extra={
        <>
          <span className="muted">
            已办 {done} / {views.length} 步
          </span>
          <Button
            type="link"
            size="small"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? '收起' : '展开'}${stageLabels[stage]}`}
            disabled={isAsked}
            onClick={() => setWanted(!isOpen)}
          >
            {isOpen ? '收起' : '展开'}
          </Button>
        </>
      }
    >
      {isOpen ? (
        <ol className="dev-step-list">
          {views.map((view) => (
            <StepItem key={view.no} detail={detail} view={view} isChosen={view.no === chosen} deeds={deeds} />
          ))}
        </ol>
      ) : (
        <ol className="dev-step-brief">
          {views.map((view) => (
            <li key={view.no}>
              <Link to={stepAddress(detail.id, view.no)} title={markText(view)}>
                {view.no}. {view.definition.name}
              </Link>
              <span className="muted">{briefText(view)}</span>
            </li>
          ))}
        </ol>
      )}
    </SectionCard>
  )
}

function briefText({ dates, mark }: StepView): string {
  const last = dates.findLast(({ record }) => record !== null)?.record ?? null
  return last === null ? markWords[mark] : formatPartialDate(last.doneOn)
}
