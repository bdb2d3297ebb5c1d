import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { type Grade, gradeNames } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'

/** 87.98, or why there is none yet. */
export function componentText({ state, hundredths }: ScoreRow['components'][number]): string {
  return hundredths === null ? componentStateLabels[state] : scoreText(hundredths)
}

export function gradeText({ gradeSet }: Pick<Scheme, 'gradeSet'>, grade: Grade | null): string {
  return grade === null ? '' : gradeNames[gradeSet][grade]
}

/** 2, 2 并列. */
export function rankText({ rank, isTied }: Pick<ScoreRow, 'rank' | 'isTied'>): string {
  if (rank === null) return ''
  return isTied ? `${rank} 并列` : String(rank)
}

/** 2026.12.20 街道党工委会议. */
export function decidedAtText({ decidedOn, decidedAt }: Pick<ScoreRow, 'decidedOn' | 'decidedAt'>): string {
  return [decidedOn === null ? '' : formatDots(decidedOn), decidedAt ?? '']
    .filter((part) => part !== '')
    .join(' ')
}
