import { describe, expect, it } from 'vitest'
import {
  type AppraisalFacts,
  type AppraisedPerson,
  explainThird,
  judgeAppraisal,
} from '#shared/domain/meetings/appraisalBallots.ts'
import { lifeMeetingFindings, whyNotHeldHere } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { organizationTypes } from '#shared/domain/organizationKinds.ts'
import { findingTitles } from '#shared/labels/findings.ts'

function person(fields: Partial<AppraisedPerson> = {}): AppraisedPerson {
  return {
    name: '甲',
    isProbationary: false,
    absentReason: null,
    excellent: null,
    qualified: null,
    basic: null,
    unqualified: null,
    grade: null,
    feedbackOn: null,
    disposal: null,
    mendBy: null,
    ...fields,
  }
}

const sheet = { ballotsIssued: null, ballotsReturned: null, ballotsValid: null, decidedOn: null }

function codes(facts: Partial<AppraisalFacts>, onTheDay = 30): readonly string[] {
  return judgeAppraisal({ ...sheet, people: [], ...facts }, onTheDay).map(({ code }) => code)
}

const excellent = (count: number) => Array.from({ length: count }, () => person({ grade: 'excellent' }))

describe('民主评议党员', () => {
  it('LIFE-13: of 11 members three 优秀 are right, four are one too many', () => {
    expect(codes({ people: excellent(3) }, 11)).toEqual([])
    expect(codes({ people: excellent(4) }, 11)).toEqual(['LIFE-13'])
    expect(explainThird(excellent(4), 11).result).toBe('最多 3 人，超出 1 人')
    expect(explainThird(excellent(2), 11).result).toBe('最多 3 人，还可以有 1 人')
  })

  it('LIFE-13: where the roster of the day has nobody, the third is of those listed, and says so', () => {
    const people = [...excellent(1), person(), person()]
    expect(codes({ people }, 0)).toEqual([])
    expect(explainThird(people, 0).inputs[0]?.label).toContain('名单人数')
  })

  it('LIFE-14: a probationary member with a grade is found, without one not missed', () => {
    expect(codes({ people: [person({ isProbationary: true, grade: 'qualified' })] })).toEqual(['LIFE-14'])
    expect(codes({ decidedOn: '2026-02-10', people: [person({ isProbationary: true })] })).toEqual([])
  })

  it('对本人不评: of ten valid ballots nine speak of who was there, ten of who was not', () => {
    const nine = { excellent: 4, qualified: 5 }
    const ten = { excellent: 5, qualified: 5 }
    expect(codes({ ballotsValid: 10, people: [person(nine)] })).toEqual([])
    expect(codes({ ballotsValid: 10, people: [person(ten)] })).toEqual(['APPRAISAL_BALLOTS'])
    expect(codes({ ballotsValid: 10, people: [person({ ...ten, absentReason: '病假' })] })).toEqual([])
  })

  it('of a wrong 有效票 one sentence says whom it concerns, however many they are', () => {
    const ten = { excellent: 5, qualified: 5 }
    const people = ['甲', '乙', '丙', '丁'].map((name) => person({ ...ten, name }))
    const away = person({ excellent: 11, name: '戊', absentReason: '病假' })
    const found = judgeAppraisal({ ...sheet, ballotsValid: 10, people: [...people, away] }, 30)
    expect(found.map(({ message }) => message)).toEqual([
      '甲、乙、丙等 4 人的票数合计多了，有效票 10 张时最多 9 张（对本人不评，少一张），请核对',
      '戊的票数合计 11 张，有效票 10 张时最多 10 张，请核对',
    ])
  })

  it('more ballots came back than went out, or are valid than came back', () => {
    const people = [person(), person(), person()]
    expect(codes({ ballotsIssued: 3, ballotsReturned: 3, ballotsValid: 3, people })).toEqual([])
    const wrong = { ballotsIssued: 4, ballotsReturned: 5, ballotsValid: 6, people }
    expect(codes(wrong)).toEqual(['APPRAISAL_BALLOTS', 'APPRAISAL_BALLOTS', 'APPRAISAL_BALLOTS'])
  })

  it('不合格 without a disposal, 限期改正 without a day, no feedback after the decision', () => {
    const graded = { grade: 'unqualified', feedbackOn: '2026-02-12' } as const
    expect(codes({ people: [person(graded)] })).toEqual(['APPRAISAL_OPEN'])
    expect(codes({ people: [person({ ...graded, disposal: 'mend' })] })).toEqual(['APPRAISAL_OPEN'])
    expect(codes({ people: [person({ ...graded, disposal: 'mend', mendBy: '2026-08-01' })] })).toEqual([])
    const decided = { decidedOn: '2026-02-10', people: [person({ grade: 'qualified' }), person()] }
    expect(codes(decided)).toEqual(['APPRAISAL_OPEN', 'APPRAISAL_OPEN'])
  })
})

describe('组织生活会', () => {
  const facts = {
    talkPairs: null,
    talksRecorded: 0,
    heldOn: null,
    publishedOn: null,
    problems: [],
    today: '2026-11-21',
  }
  const problem = { measure: '走访', dutyName: '甲', dueOn: '2026-12-01', doneOn: null }
  const found = (more: Partial<Parameters<typeof lifeMeetingFindings>[0]>) =>
    lifeMeetingFindings({ ...facts, ...more }).map(({ code }) => code)

  it('a plan alone has nothing to answer for; more 谈心 than are on record has', () => {
    expect(found({})).toEqual([])
    expect(found({ talkPairs: 5, talksRecorded: 5 })).toEqual([])
    expect(found({ talkPairs: 6, talksRecorded: 5 })).toEqual(['LIFE_MEETING_TALKS'])
  })

  it('held without problems, problems without a person, and days that are over', () => {
    expect(found({ heldOn: '2026-02-10' })).toEqual(['LIFE_MEETING_PROBLEMS'])
    const done = { heldOn: '2026-02-10', publishedOn: '2026-02-20' }
    expect(found({ ...done, problems: [problem] })).toEqual([])
    expect(found({ ...done, problems: [{ ...problem, dutyName: null }] })).toEqual(['LIFE_MEETING_PROBLEMS'])
    expect(found({ ...done, problems: [{ ...problem, dueOn: '2026-11-21' }] })).toEqual([])
    const late = { ...problem, dueOn: '2026-11-20' }
    expect(found({ ...done, problems: [late] })).toEqual(['LIFE_MEETING_OVERDUE'])
    expect(found({ ...done, problems: [{ ...late, doneOn: '2026-11-21' }] })).toEqual([])
    expect(found({ heldOn: '2026-02-10', problems: [problem] })).toEqual(['LIFE_MEETING_PROBLEMS'])
  })

  it('is held by branches only: committees hold a 民主生活会', () => {
    const held = organizationTypes.filter((type) => whyNotHeldHere(type) === null)
    expect(held).toEqual(['ZB'])
    expect(whyNotHeldHere('DGW')).toContain('民主生活会')
    expect(whyNotHeldHere('XZ')).toContain('党小组不单独召开')
  })

  it('every finding has a title', () => {
    for (const code of ['LIFE-13', 'LIFE-14', 'APPRAISAL_OPEN', 'LIFE_MEETING_TALKS'])
      expect(findingTitles).toHaveProperty(code)
  })
})
