import { Button } from 'antd'
import { useState } from 'react'
import type { DevelopmentDetail, DevelopmentReviewRow } from '#shared/contract/developmentRows.ts'
import type { DevelopmentReviewKind } from '#shared/domain/development/records.ts'
import { type Quarter, reportQuarters, type ReviewPeriod } from '#shared/domain/development/reviews.ts'
import { developmentReviewLabels } from '#shared/labels/developmentRecords.ts'
import { firstDay, formatPartialDate } from '#shared/lib/dates.ts'
import { today } from '../../../lib/today.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { useFileCommand } from './useFileCommand.ts'

interface ReviewsCardProps {
  readonly detail: DevelopmentDetail
  readonly canWrite: boolean
}

interface Editing {
  readonly kind: DevelopmentReviewKind
  /** Null for a new one. */
  readonly review: DevelopmentReviewRow | null
}

const rules: Readonly<Record<DevelopmentReviewKind, string>> = {
  activist: '从确定为入党积极分子之日起，每半年为一期，每期考察一次。',
  probation: '从支部大会通过之日起，每半年为一期，每期考察一次。',
  thoughtReport: '培养教育期间一般每季度一篇（地方惯例，待核）。',
}

/** Half-yearly reviews and thought reports, with the periods that lack one. */
export function ReviewsCard({ detail, canWrite }: ReviewsCardProps) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [removing, setRemoving] = useState<DevelopmentReviewRow | null>(null)
  const of = (kind: DevelopmentReviewKind) => detail.reviews.filter((review) => review.kind === kind)
  const shown: readonly DevelopmentReviewKind[] = [
    'activist',
    ...(detail.probationPeriods !== null || of('probation').length > 0 ? (['probation'] as const) : []),
    'thoughtReport',
  ]
  return (
    <>
      {shown.map((kind) => (
        <SectionCard
          key={kind}
          title={developmentReviewLabels[kind]}
          {...(canWrite
            ? {
                extra: (
                  <Button size="small" onClick={() => setEditing({ kind, review: null })}>
                    登记{developmentReviewLabels[kind]}
                  </Button>
                ),
              }
            : {})}
        >
          <p className="muted">{rules[kind]}</p>
          {kind === 'thoughtReport' ? (
            <Quarters quarters={quartersOf(detail)} />
          ) : (
            <Periods periods={kind === 'activist' ? detail.activistPeriods : detail.probationPeriods} />
          )}
          <Reviews
            reviews={of(kind)}
            canWrite={canWrite}
            onEdit={(review) => setEditing({ kind, review })}
            onRemove={setRemoving}
          />
        </SectionCard>
      ))}
      {editing !== null && <ReviewDialog detail={detail} {...editing} onClose={() => setEditing(null)} />}
      {removing !== null && (
        <RemoveReview detail={detail} review={removing} onClose={() => setRemoving(null)} />
      )}
    </>
  )
}

function quartersOf({ steps, reviews, events }: DevelopmentDetail): readonly Quarter[] {
  const dateOf = (wanted: string) =>
    steps.find(({ milestone, supersededBy }) => milestone === wanted && supersededBy === null)?.doneOn
  const from = dateOf('activistOn')
  const ended = events.find(({ kind, supersededBy }) => kind === 'end' && supersededBy === null)?.happenedOn
  const until = dateOf('meetingOn') ?? ended
  if (from === undefined) return []
  const reports = reviews.filter(({ kind }) => kind === 'thoughtReport').map(({ reviewedOn }) => reviewedOn)
  const now = today()
  const end = until === undefined || firstDay(until) > now ? now : firstDay(until)
  return reportQuarters(reports, firstDay(from), end)
}

function Quarters({ quarters }: { readonly quarters: readonly Quarter[] }) {
  if (quarters.length === 0) return null
  return (
    <ul className="dev-periods" aria-label="各季度的思想汇报">
      {quarters.map(({ label, count }) => (
        <li key={label}>
          {label}
          <StateMark state={count > 0 ? 'good' : 'warning'}>{count > 0 ? `${count} 篇` : '没有'}</StateMark>
        </li>
      ))}
    </ul>
  )
}

function Periods({ periods }: { readonly periods: readonly ReviewPeriod[] | null }) {
  if (periods === null || periods.length === 0) return null
  return (
    <ul className="dev-periods" aria-label="各期考察">
      {periods.map(({ from, to, state, reviewedOn }) => (
        <li key={from}>
          {formatPartialDate(from)}至{formatPartialDate(to)}
          {state === 'done' ? (
            <StateMark state="good">
              {reviewedOn === null ? '已考察' : `${formatPartialDate(reviewedOn)} 已考察`}
            </StateMark>
          ) : state === 'missing' ? (
            <StateMark state="bad">缺考察</StateMark>
          ) : (
            <StateMark state="none">还没有到期</StateMark>
          )}
        </li>
      ))}
    </ul>
  )
}

interface ReviewsProps {
  readonly reviews: readonly DevelopmentReviewRow[]
  readonly canWrite: boolean
  readonly onEdit: (review: DevelopmentReviewRow) => void
  readonly onRemove: (review: DevelopmentReviewRow) => void
}

function Reviews({ reviews, canWrite, onEdit, onRemove }: ReviewsProps) {
  if (reviews.length === 0) return <p>还没有登记。</p>
  return (
    <ul className="dev-reviews">
      {reviews.map((review) => {
        const { id, reviewedOn, contactOpinion, branchOpinion, signedBy } = review
        const day = formatPartialDate(reviewedOn)
        return (
          <li key={id}>
            <strong>{day}</strong>
            <span className="dev-review-words">
              {[
                contactOpinion === null ? null : `培养联系人：${contactOpinion}`,
                branchOpinion === null ? null : `党支部：${branchOpinion}`,
                signedBy === null ? null : `签名：${signedBy}`,
              ]
                .filter((words) => words !== null)
                .join('　')}
            </span>
            {canWrite && (
              <span className="dev-date-actions">
                <Button type="link" size="small" aria-label={`修改${day}的`} onClick={() => onEdit(review)}>
                  修改
                </Button>
                <Button type="link" size="small" aria-label={`删去${day}的`} onClick={() => onRemove(review)}>
                  删去
                </Button>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface RemoveReviewProps {
  readonly detail: DevelopmentDetail
  readonly review: DevelopmentReviewRow
  readonly onClose: () => void
}

function RemoveReview({ detail, review, onClose }: RemoveReviewProps) {
  const remove = useFileCommand('development.removeReview')
  const what = `${formatPartialDate(review.reviewedOn)}的${developmentReviewLabels[review.kind]}`
  return (
    <ConfirmDialog
      open
      danger
      title={`删去${what}`}
      confirmText="删去"
      busy={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={() =>
        remove.run({ id: detail.id, version: detail.version, reviewId: review.id }, `已删去${what}`, onClose)
      }
    >
      登记错了才删去；删去后可以撤销。
    </ConfirmDialog>
  )
}
