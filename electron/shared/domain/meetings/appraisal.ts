import type { Finding } from '../finding.ts'

/** 优秀、合格、基本合格、不合格. */
export const grades = ['excellent', 'qualified', 'basic', 'unqualified'] as const

export type Grade = (typeof grades)[number]

export interface Appraised {
  readonly isProbationary: boolean
  /** Null for who was not graded. */
  readonly grade: Grade | null
}

const basis = '民主评议党员制度（条号待核）'

/** LIFE-13: of so many members at most so many 优秀. */
export function excellentMax(members: number): number {
  return Math.floor(members / 3)
}

/** LIFE-13 and LIFE-14 of one appraisal; `members` is what the third is taken of (all of the branch, or those who took part). */
export function appraisalFindings(people: readonly Appraised[], members: number): readonly Finding[] {
  const found: Finding[] = []
  const excellent = people.filter(({ grade }) => grade === 'excellent').length
  const most = excellentMax(members)
  if (excellent > most)
    found.push({
      code: 'LIFE-13',
      severity: 'red',
      message: `评为“优秀” ${excellent} 人，${members} 名党员一般不超过三分之一，即 ${most} 人，超出 ${excellent - most} 人`,
      basis,
      field: 'grade',
    })
  const graded = people.filter(({ isProbationary, grade }) => isProbationary && grade !== null).length
  if (graded > 0)
    found.push({
      code: 'LIFE-14',
      severity: 'yellow',
      message: `${graded} 名预备党员评定了等次；预备党员参加评议，不评定等次`,
      basis,
      field: 'grade',
    })
  return found
}
