import type { Table } from 'docx'
import type { DevelopmentReviewRow } from '#shared/contract/developmentRows.ts'
import type { DevelopmentReviewKind } from '#shared/domain/development/records.ts'
import type { ReviewPeriod } from '#shared/domain/development/reviews.ts'
import { type DateOnly, formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import type { PaperPen } from './developmentPaper.ts'
import { type FormCell, formRow, formTable, label, value } from './formTable.ts'

/** What the registers of activists and probationers have in common: half-yearly reviews, thought reports, places to sign. */
export const dateToSign = '年　　月　　日'

/** Filled in by hand as the work goes on; its blanks are no gaps of the record. */
export function opinion(title: string, lines: readonly string[], signer: string, height = 1300) {
  const cell: FormCell = { kind: 'box', lines, sign: [`${signer}：　　　　　　`, dateToSign], span: 1 }
  return formRow([label(title), cell], height)
}

interface Reviewed {
  /** In two lines; empty where no period is known. */
  readonly span: readonly string[]
  readonly review: DevelopmentReviewRow | null
  readonly isOwed: boolean
}

const days = (from: DateOnly, to: DateOnly) => [`${formatDots(from)}至`, formatDots(to)]

function reviewed(
  periods: readonly ReviewPeriod[] | null,
  reviews: readonly DevelopmentReviewRow[],
): readonly Reviewed[] {
  const used = new Set<DevelopmentReviewRow>()
  const inPeriods = (periods ?? []).map(({ from, to, reviewedOn, state }): Reviewed => {
    const review = reviews.find((each) => !used.has(each) && each.reviewedOn === reviewedOn) ?? null
    if (review !== null) used.add(review)
    return { span: days(from, to), review, isOwed: state === 'missing' }
  })
  const others = reviews
    .filter((each) => !used.has(each))
    .map((review): Reviewed => ({ span: [], review, isOwed: false }))
  return [...inPeriods, ...others]
}

/** A row for each half year; one that is over without a review is a gap, a running one stays open. */
export function reviewTable(
  pen: PaperPen,
  kind: Exclude<DevelopmentReviewKind, 'thoughtReport'>,
  ownOpinion: string,
): Table {
  const { detail } = pen.values
  const periods = kind === 'activist' ? detail.activistPeriods : detail.probationPeriods
  const rows = reviewed(
    periods,
    detail.reviews.filter((each) => each.kind === kind),
  )
  const shown = rows.length === 0 ? [{ span: [], review: null, isOwed: false }] : rows
  return formTable(
    [10, 8, 15, 15, 7],
    [
      formRow(['考察期', '考察时间', ownOpinion, '党支部意见', '签名'].map((each) => label(each))),
      ...shown.map(({ span, review, isOwed }, index) => {
        const gap = (text: string | null | undefined, what: string) =>
          isOwed || review !== null ? pen.fill(text, `${what}（第${index + 1}期）`) : ''
        return formRow(
          [
            { ...value(`第${index + 1}期`), lines: [`第${index + 1}期`, ...span] },
            value(gap(review === null ? null : formatDots(review.reviewedOn), '半年考察时间')),
            value(gap(review?.contactOpinion, ownOpinion)),
            value(gap(review?.branchOpinion, '党支部考察意见')),
            value(gap(review?.signedBy, '考察签名人')),
          ],
          1000,
        )
      }),
    ],
  )
}

/** Days of the thought reports handed in between two days, in one line; while there is time yet for one it is left open. */
export function thoughtReports(
  pen: PaperPen,
  from: string | null,
  until: string | null,
  isOver: boolean,
): string {
  const days = pen.values.detail.reviews
    .filter(
      ({ kind, reviewedOn }) =>
        kind === 'thoughtReport' &&
        (from === null || reviewedOn >= from) &&
        (until === null || reviewedOn < until),
    )
    .map(({ reviewedOn }) => formatPartialDate(reviewedOn))
  if (days.length === 0) return isOver ? pen.fill(null, '思想汇报') : ''
  return `${days.length}篇：${days.join('、')}`
}
