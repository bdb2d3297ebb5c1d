import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { suggestGrade } from '#shared/domain/reviews/suggestedGrade.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { dateOnly } from '#shared/lib/dates.ts'

export const scheme: Scheme = { ...usualScheme(usualWeights.usual), bestLimit: 50 }

/** As the core answers, alone of its scheme: REV-08 is laid over by `office`. */
export function aRow(subjectId: string, hundredths: number | null, fields: Partial<ScoreRow> = {}): ScoreRow {
  const { vetoIds = [] } = fields
  const found = hundredths === null ? null : suggestGrade(scheme, { hundredths, poor: null, vetoIds })
  return {
    subjectId,
    version: 3,
    name: subjectId,
    duty: '书记',
    organizationId: 'o',
    organizationName: '东社区党委',
    schemeId: 's',
    components: [],
    hundredths,
    rank: null,
    isTied: false,
    suggested: found?.grade ?? null,
    reasons: found?.reasons ?? [],
    vetoIds,
    grade: null,
    decidedOn: null,
    decidedAt: null,
    decisionReason: null,
    handling: null,
    scoreDecided: null,
    findings: [],
    ...fields,
  }
}

/** The meeting that decided before. */
export const first = { decidedOn: dateOnly('2026-12-01'), decidedAt: '第一次会议' } as const
