/** The four 等次 from the highest; what they are called is the set's. */
export const grades = ['best', 'good', 'fair', 'poor'] as const

export type Grade = (typeof grades)[number]

/** G4A 好/较好/一般/差; G4B 优秀/称职/基本称职/不称职. One for the whole ledger. */
export const gradeSets = ['G4A', 'G4B'] as const

export type GradeSet = (typeof gradeSets)[number]

export const gradeNames: Readonly<Record<GradeSet, Readonly<Record<Grade, string>>>> = {
  G4A: { best: '好', good: '较好', fair: '一般', poor: '差' },
  G4B: { best: '优秀', good: '称职', fair: '基本称职', poor: '不称职' },
}

/** What a grade is worth, in hundredths (地方惯例, may be changed in a scheme). */
export const usualGradePoints: Readonly<Record<Grade, number>> = {
  best: 95_00,
  good: 80_00,
  fair: 65_00,
  poor: 40_00,
}

/** REV-07: the lowest score of each grade, in hundredths. */
export const usualBands = { best: 90_00, good: 80_00, fair: 60_00 } as const

/** REV-11: what follows from a grade. */
export const gradeConsequences: Readonly<Record<Grade, string>> = {
  best: '表彰奖励、优先使用',
  good: '予以肯定',
  fair: '约谈提醒、限期整改',
  poor: '组织措施',
}

/** The lower of two grades. */
export function lowerOf(a: Grade, b: Grade): Grade {
  return grades.indexOf(a) > grades.indexOf(b) ? a : b
}

export function isBelow(grade: Grade, than: Grade): boolean {
  return grades.indexOf(grade) > grades.indexOf(than)
}
