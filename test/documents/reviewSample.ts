import type { CampaignFields } from '#shared/contract/reviewInputs.ts'
import type { RectificationRow, ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Batch } from '#shared/domain/reviews/components.ts'
import { toHundredths } from '#shared/domain/reviews/exact.ts'
import { rectifyState, overdueDays } from '#shared/domain/reviews/rectification.ts'
import type { RatedComponent, Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import type { Tally } from '#shared/domain/reviews/tallies.ts'
import { scoreSubject, type SubjectScore } from '#shared/domain/reviews/totals.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { dateOnly } from '#shared/lib/dates.ts'

export const agency = '中共测试区测试街道工作委员会'
export const scheme = usualScheme(usualWeights.usual)
export const today = dateOnly('2026-11-22')

export const campaignFields: CampaignFields = {
  organizationId: 'street',
  year: 2026,
  name: '2026年度双向述职双向测评',
  startOn: null,
  endOn: null,
  leftOutSteps: [],
  noticeNo: null,
  noticeOn: null,
  remark: null,
}

/** Every group marks the whole alike: so many of each grade. */
export function tallyOf(best: number, good: number, fair: number, poor = 0): Tally {
  const counts = { best, good, fair, poor }
  return { overall: { by: 'grades', counts, abstained: 0 } }
}

export function aBatch(groupId: string, tally: Tally, valid: number, more: Partial<Batch> = {}): Batch {
  return { groupId, isClosed: true, issued: valid, returned: valid, invalid: 0, tally, ...more }
}

/** The test vector of 5.5: 84.5, 88.75, 90 come to 87.98. */
export const vectorBatches: readonly Batch[] = [
  aBatch('superiors', tallyOf(5, 3, 2), 10),
  aBatch('party', tallyOf(40, 15, 5), 60),
]
export const vectorScore: SubjectScore = scoreSubject(scheme, {
  batches: vectorBatches,
  daily: { dailyScore: 90_00 },
})

export function scoreOf(batches: readonly Batch[], daily: number | null, of: Scheme = scheme): SubjectScore {
  return scoreSubject(of, { batches, daily: daily === null ? {} : { dailyScore: daily } })
}

export function aRow(score: SubjectScore, more: Partial<ScoreRow> = {}): ScoreRow {
  return {
    subjectId: 'a',
    version: 1,
    name: '赵小明',
    duty: '书记',
    organizationId: 'east',
    organizationName: '东环社区党委',
    schemeId: 'scheme',
    components: score.components.map(({ componentId, name, weight, state, score: node }) => ({
      componentId,
      name,
      weight,
      isRated: componentId !== 'daily',
      state,
      hundredths: node === null ? null : toHundredths(valueOf(node)),
    })),
    hundredths: score.hundredths,
    rank: null,
    isTied: false,
    suggested: null,
    reasons: [],
    vetoIds: [],
    grade: null,
    decidedOn: null,
    decidedAt: null,
    decisionReason: null,
    handling: null,
    scoreDecided: null,
    findings: score.findings,
    ...more,
  }
}

export function ratedOf(of: Scheme, id: string): RatedComponent {
  const found = of.components.find((component) => component.id === id)
  if (found?.kind !== 'rated') throw new Error(`no rated direction ${id}`)
  return found
}

/** Thirteen things to mark, the overall grade besides, with names as long as they come. */
export const thirteen: Scheme = {
  ...scheme,
  indicators: scheme.indicators.map((indicator, n) => ({
    ...indicator,
    children: [
      ...indicator.children,
      ...(n < 2 ? [{ id: `more${n}`, name: '落实意识形态工作责任制和网络舆情处置', points: 0 }] : []),
    ],
  })),
}

export function aRectification(
  fields: Partial<RectificationRow['fields']> = {},
  more: Partial<RectificationRow> = {},
): RectificationRow {
  const all: RectificationRow['fields'] = {
    problem: '三会一课不够规范',
    source: 'comment',
    measure: '每季度自查一次',
    dutyName: '赵小明',
    dueOn: dateOnly('2026-12-31'),
    progress: 'underway',
    progressWords: '已完成三个支部',
    doneOn: null,
    result: null,
    acceptedBy: null,
    acceptedOn: null,
    reportedOn: null,
    reportedWords: null,
    ...fields,
  }
  const item = { ...all, id: 'r' }
  return {
    id: 'r',
    version: 1,
    subjectId: 'a',
    subjectName: '赵小明',
    organizationId: 'east',
    organizationName: '东环社区党委',
    campaignId: 'campaign',
    year: 2026,
    state: rectifyState(item, today),
    overdueDays: overdueDays(item, today),
    fields: all,
    isCarried: false,
    findings: [],
    ...more,
  }
}
