import { describe, expect, it } from 'vitest'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { limitBest } from '#shared/domain/reviews/ranking.ts'
import { suggestGrade } from '#shared/domain/reviews/suggestedGrade.ts'
import { dateOnly, formatDots } from '#shared/lib/dates.ts'
import {
  type Choice,
  type Entered,
  firstEntry,
  keptEntry,
} from '../../../renderer/features/reviewScores/scores/decideEntry.ts'
import {
  changedOf,
  type Deciding,
  decisionsOf,
  problemsOf,
  refusedOf,
  unchangedOf,
  withSuggested,
} from '../../../renderer/features/reviewScores/scores/decideForm.ts'
import { suggestionsNow } from '../../../renderer/features/reviewScores/scores/suggestionsNow.ts'
import { aRow, first, scheme } from './reviewScoresHarness.ts'

const poor = { numerator: 40, denominator: 100 }

const today = dateOnly('2026-12-20')

const entryOf = (rows: readonly ScoreRow[]): Entered => firstEntry(rows, formatDots, today)

function deciding(rows: readonly ScoreRow[], typed: Readonly<Record<string, Partial<Choice>>>): Deciding {
  const { choices } = entryOf(rows)
  const merged = Object.entries(choices).map(([id, choice]) => [id, { ...choice, ...typed[id] }] as const)
  const meeting = { decidedOn: today, decidedAt: '第二次会议', isForAll: false }
  return { scheme, rows, choices: Object.fromEntries(merged), ...meeting }
}

describe('定等', () => {
  const rows = [aRow('甲', 92_00), aRow('乙', 85_00), aRow('丙', null)]

  it('REV-09: another grade than suggested asks for a reason, at that person; a blank one is none', () => {
    const asked = deciding(rows, { 甲: { grade: 'best' }, 乙: { grade: 'fair', reason: '  ' } })
    expect(problemsOf(asked).get('甲')).toEqual([])
    expect(
      problemsOf(asked)
        .get('乙')
        ?.map(({ message }) => message),
    ).toEqual(['定为“一般”，低于建议的“较好”，请写明理由'])
    const given = deciding(rows, { 乙: { grade: 'fair', reason: '发生信访事件' } })
    expect(problemsOf(given).get('乙')).toEqual([])
    expect(decisionsOf(given)).toMatchObject([
      { id: '乙', grade: 'fair', reason: '发生信访事件', handling: null },
    ])
  })

  it('REV-09: a reason left over where the grade is the suggested one is not sent', () => {
    expect(decisionsOf(deciding(rows, { 乙: { grade: 'good', reason: '旧理由' } }))).toMatchObject([
      { id: '乙', reason: null },
    ])
  })

  it('REV-01: 待测评 takes no grade, by hand or by taking what is suggested', () => {
    const asked = deciding(rows, { 丙: { grade: 'good' } })
    expect(
      problemsOf(asked)
        .get('丙')
        ?.map(({ code }) => code),
    ).toEqual(['REV-01'])
    const all = withSuggested(deciding(rows, { 乙: { grade: 'poor' } }))
    expect(Object.entries(all).map(([id, { grade }]) => [id, grade])).toEqual([
      ['甲', 'best'],
      ['乙', 'poor'],
      ['丙', null],
    ])
  })

  it('REV-08: more of the highest grade than allowed is said of the whole', () => {
    const asked = deciding(rows, { 甲: { grade: 'best' }, 乙: { grade: 'best', reason: '理由' } })
    expect(
      problemsOf(asked)
        .get(null)
        ?.map(({ code }) => code),
    ).toEqual(['REV-08'])
  })

  it('those decided before keep their meeting unless somebody says otherwise', () => {
    const decided = aRow('丁', 85_00, { grade: 'good', ...first })
    const asked = deciding([decided, ...rows], { 甲: { grade: 'best' } })
    expect(changedOf(asked).map(({ subjectId }) => subjectId)).toEqual(['甲'])
    expect(unchangedOf(asked)).toEqual([decided])
    expect(decisionsOf({ ...asked, isForAll: true }).map(({ id }) => id)).toEqual(['丁', '甲'])
    // Entered for everybody before, the dialog begins with that meeting; else with a new one.
    expect(entryOf([decided])).toMatchObject({ dayText: '2026.12.01', decidedAt: '第一次会议' })
    expect(entryOf([decided, ...rows])).toMatchObject({ dayText: '2026.12.20', decidedAt: '' })
  })

  it('a decision is taken back by no grade, and nothing is asked for it', () => {
    const decided = aRow('丁', 85_00, { grade: 'fair', decisionReason: '旧理由', ...first })
    const asked = { ...deciding([decided], { 丁: { grade: null } }), decidedOn: null, decidedAt: '' }
    expect(problemsOf(asked).size).toBe(0)
    expect(decisionsOf(asked)).toEqual([
      { id: '丁', version: 3, grade: null, vetoIds: [], reason: null, handling: null },
    ])
  })

  it('REV-07, REV-10: what is suggested follows the vetoes as the core will judge them', () => {
    const ids = ['甲', '乙', '丙', '丁', '戊']
    const scores = [95_00, 93_00, 92_00, 92_00, 61_00]
    const sets = [[], ['weakBranch'], ['violation'], ['violation', 'termOverdue']]
    for (let turn = 0; turn < 64; turn += 1) {
      const of = (index: number, at: number) => sets[(at * 7 + index * 3 + (at >> index)) % sets.length] ?? []
      const judge = (at: number) =>
        limitBest(
          ids.map((subjectId, index) => {
            const hundredths = scores[index] ?? 0
            const share = index === 1 ? poor : null
            const { grade } = suggestGrade(scheme, { hundredths, poor: share, vetoIds: of(index, at) })
            return { subjectId, hundredths, grade }
          }),
          scheme,
        )
      const stored = ids.map((id, index) => {
        const hundredths = scores[index] ?? 0
        const share = index === 1 ? poor : null
        const vetoIds = of(index, turn + 1)
        const { reasons } = suggestGrade(scheme, { hundredths, poor: share, vetoIds })
        return aRow(id, hundredths, { vetoIds, reasons })
      })
      const ticked = Object.fromEntries(ids.map((id, index) => [id, { vetoIds: of(index, turn) }]))
      expect([...suggestionsNow(stored, ticked, scheme)]).toEqual(
        judge(turn).map(({ subjectId, grade }) => [subjectId, grade]),
      )
    }
  })

  it('refusals of the core stand at the right person, those of the day at the meeting', () => {
    const sent = [{ id: '甲' }, { id: '乙' }]
    const fields = {
      decidedOn: '日期晚于今天',
      'decisions.1.reason': '请写明理由',
      'decisions.9.grade': '？',
    }
    expect([...refusedOf(fields, sent)]).toEqual([
      [null, '日期晚于今天'],
      ['乙', '请写明理由'],
    ])
  })

  it('a draft that no longer fits is no draft', () => {
    const entered = entryOf(rows)
    expect(keptEntry(JSON.parse(JSON.stringify(entered)))).toEqual(entered)
    expect(keptEntry({ ...entered, choices: { 甲: { grade: '优' } } })).toBeNull()
  })
})
