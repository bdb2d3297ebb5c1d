import { describe, expect, it } from 'vitest'
import { type Grade, gradeConsequences, grades } from '#shared/domain/reviews/grades.ts'
import { bestLimitFinding, limitBest, rankSubjects } from '#shared/domain/reviews/ranking.ts'
import { reviewRuleTable } from '#shared/domain/reviews/ruleTable.ts'
import { decisionFindings, gradeOfScore, suggestGrade } from '#shared/domain/reviews/suggestedGrade.ts'
import { scoreSubject } from '#shared/domain/reviews/totals.ts'
import { aBatch, usual, vector } from './aScheme.ts'

const suggest = (hundredths: number, poor = 0, vetoIds: readonly string[] = []) =>
  suggestGrade(usual, { hundredths, poor: { numerator: poor, denominator: 100 }, vetoIds })

describe('the suggested grade (REV-07)', () => {
  it('of the test vector is 较好, with the reason', () => {
    const { hundredths } = scoreSubject(usual, vector)
    const { grade, reasons } = suggest(hundredths ?? 0)
    expect(grade).toBe('good')
    expect(reasons.map(({ message }) => message)).toEqual(['综合分 87.98，80.00–89.99 分为“较好”'])
  })

  it('changes at 90, 80 and 60 of the score as shown', () => {
    expect(
      [90_00, 89_99, 80_00, 79_99, 60_00, 59_99].map((score) => gradeOfScore(score, usual.bands)),
    ).toEqual(['best', 'good', 'good', 'fair', 'fair', 'poor'])
    expect(suggest(59_99).reasons[0]?.message).toContain('60.00 分以下为“差”（不含本数）')
  })

  it('more than 30% 差 among the members is no better than 一般, in red; exactly 30% is not more', () => {
    expect(suggest(92_00, 30).grade).toBe('best')
    const { grade, reasons } = suggest(92_00, 31)
    expect(grade).toBe('fair')
    expect(reasons[1]).toMatchObject({ code: 'REV-07', severity: 'red' })
    expect(reasons[1]?.message).toContain('占 31.0%，超过 30%，建议不高于“一般”')
    expect(suggest(50_00, 31).grade).toBe('poor')
  })

  it('REV-07: the 差 of members is counted, not that of 群众 or of those above', () => {
    const poorOf = (batches: readonly ReturnType<typeof aBatch>[]) =>
      scoreSubject(usual, { batches, daily: {} }).components.map(({ poor }) => poor)
    expect(
      poorOf([
        aBatch('superiors', [0, 0, 0, 9]),
        aBatch('party', [6, 0, 0, 4]),
        aBatch('public', [0, 0, 0, 9]),
      ]),
    ).toEqual([null, { numerator: 4, denominator: 10 }, null])
  })

  it('REV-10: each veto has its own ceiling, and the lowest holds', () => {
    expect(suggest(95_00, 0, ['termOverdue']).grade).toBe('fair')
    const { grade, reasons } = suggest(95_00, 0, ['termOverdue', 'violation', 'unknown'])
    expect(grade).toBe('poor')
    expect(reasons.map(({ code }) => code)).toEqual(['REV-07', 'REV-10', 'REV-10'])
  })
})

describe('the decision (REV-09)', () => {
  const decided = { grade: 'good', decidedOn: '2026-12-30', meeting: '党工委会议', reason: null } as const
  const codes = (suggested: Grade | null, change: object) =>
    decisionFindings(usual, suggested, { ...decided, ...change }).map(({ code, field }) => `${code} ${field}`)

  it('stands as suggested without a word, otherwise with a reason', () => {
    expect(codes('good', {})).toEqual([])
    expect(codes('best', {})).toEqual(['REV-09 reason'])
    expect(codes('best', { reason: ' ' })).toEqual(['REV-09 reason'])
    expect(codes('best', { reason: '班子不团结' })).toEqual([])
    expect(decisionFindings(usual, 'best', decided)[0]?.message).toContain('低于建议的“好”')
  })

  it('is the meeting’s, with its day, and not before there is a score', () => {
    expect(codes('good', { meeting: null })).toEqual(['REV-09 decidedOn'])
    expect(codes('good', { decidedOn: null })).toEqual(['REV-09 decidedOn'])
    expect(codes(null, { reason: '先定' })).toEqual(['REV-01 grade'])
  })

  it('REV-11: every grade has what follows from it, every rule a title and a basis', () => {
    expect(grades.map((grade) => gradeConsequences[grade])).toEqual([
      '表彰奖励、优先使用',
      '予以肯定',
      '约谈提醒、限期整改',
      '组织措施',
    ])
    expect(Object.keys(reviewRuleTable)).toHaveLength(13)
  })
})

describe('ranking and the limit on the highest grade', () => {
  const people = (...scores: readonly (number | null)[]) =>
    scores.map((hundredths, index) => ({
      subjectId: '甲乙丙丁戊己庚辛壬癸'[index] ?? '',
      hundredths,
      grade: hundredths === null ? null : gradeOfScore(hundredths, usual.bands),
    }))

  it('the same score is the same place, the next place is skipped, and 待测评 has none', () => {
    expect(rankSubjects(people(88_00, 91_00, null, 88_00, 70_00))).toEqual([
      { subjectId: '甲', rank: 2, isTied: true },
      { subjectId: '乙', rank: 1, isTied: false },
      { subjectId: '丙', rank: null, isTied: false },
      { subjectId: '丁', rank: 2, isTied: true },
      { subjectId: '戊', rank: 4, isTied: false },
    ])
  })

  const limited = (...scores: readonly (number | null)[]) => limitBest(people(...scores), usual)
  const best = (list: ReturnType<typeof limited>) =>
    list.filter(({ grade }) => grade === 'best').map(({ subjectId }) => subjectId)

  it('REV-08: of 5 people 40% are two: the third goes a grade lower with a reason', () => {
    const list = limited(90_00, 95_00, 93_00, 70_00, 70_00)
    expect(best(list)).toEqual(['乙', '丙'])
    expect(list[0]).toMatchObject({ grade: 'good', reason: { code: 'REV-08', severity: 'yellow' } })
    expect(list[0]?.reason?.message).toContain('5 人中最多 2 人')
    expect(list[3]).toEqual({ subjectId: '丁', grade: 'fair', reason: null })
  })

  it('REV-08: 40% of 8 people are three, not rounded up to four', () => {
    expect(best(limited(99_00, 98_00, 97_00, 96_00, 70_00, 70_00, 70_00, 70_00))).toEqual(['甲', '乙', '丙'])
  })

  it('REV-08: those tied across the line are treated alike and left to the meeting', () => {
    const list = limited(95_00, 92_00, 92_00, 70_00, 70_00)
    expect(best(list)).toEqual(['甲'])
    expect(list[1]?.reason?.message).toContain('同分并列的由会议研究确定')
    expect(list[2]?.reason?.message).toBe(list[1]?.reason?.message)
    expect(best(limited(95_00, 92_00, 91_00, 91_00, 70_00))).toEqual(['甲', '乙'])
  })

  it('REV-08: who does not see all of them is not told how many they are, nor of a tie', () => {
    const [, second] = limitBest(people(95_00, 92_00, 92_00, 70_00, 70_00), usual, false)
    expect(second?.reason?.message).toBe('“好”不超过 40%，按综合分顺序建议“较好”')
  })

  it('REV-08: no limit changes nothing, a limit of nothing leaves nobody', () => {
    expect(best(limitBest(people(95_00, 92_00, 91_00), { ...usual, bestLimit: null }))).toHaveLength(3)
    expect(best(limitBest(people(95_00, 92_00, 91_00), { ...usual, bestLimit: 0 }))).toEqual([])
  })

  it('REV-08: the grades as decided are held to it too, in red', () => {
    const decided: readonly Grade[] = ['best', 'best', 'best', 'good', 'fair']
    expect(bestLimitFinding(decided, usual)).toMatchObject({ code: 'REV-08', severity: 'red' })
    expect(bestLimitFinding(decided, usual)?.message).toContain('超出 1 人')
    expect(bestLimitFinding(decided.slice(1), usual)).toMatchObject({ code: 'REV-08' })
    expect(bestLimitFinding([...decided.slice(1), 'good'], usual)).toBeNull()
  })
})
