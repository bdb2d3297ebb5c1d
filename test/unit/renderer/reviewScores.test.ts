import { describe, expect, it } from 'vitest'
import {
  directionsHeight,
  directionsOption,
  distributionOption,
  hasDirections,
  shortened,
} from '../../../renderer/features/reviewScores/scores/chartOptions.ts'
import { partVersion, staleWords } from '../../../renderer/features/reviewScores/person/partVersion.ts'
import { rankText } from '../../../renderer/features/reviewScores/scores/scoreText.ts'
import { aRow, first, scheme } from './reviewScoresHarness.ts'

describe('what others saved meanwhile', () => {
  const part = { began: { version: 1, saved: { a: 1 } }, version: 2 }

  it('elsewhere on the page does not stand in the way; in the same part it does', () => {
    expect(partVersion({ ...part, saved: { a: 1 } })).toBe(2)
    expect(partVersion({ ...part, saved: { a: 2 } })).toBe(1)
    expect(staleWords({ ...part, saved: { a: 1 } })).toContain('请再保存一次')
    expect(staleWords({ ...part, saved: { a: 2 } })).toContain('已存为草稿')
  })
})

describe('charts of the scores', () => {
  const rated = (id: string, hundredths: number | null) => {
    const state = hundredths === null ? ('open' as const) : ('scored' as const)
    return { componentId: id, name: id, weight: 30_00, isRated: true, state, hundredths }
  }
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aRow(`述职人${index}`, 85_00, { components: [rated('up', 90_05), rated('down', null)] }),
    )

  it('few people stand, many lie and get a taller chart, more than sixty are left to the table', () => {
    const [few, many] = [people(6), people(30)]
    expect(directionsOption({ scheme, rows: few })).toMatchObject({ xAxis: { type: 'category' } })
    expect(directionsOption({ scheme, rows: many })).toMatchObject({ yAxis: { type: 'category' } })
    const [low, high] = [few, many].map((rows) => directionsHeight({ scheme, rows }))
    expect(high).toBeGreaterThan((low ?? 0) * 3)
    expect(hasDirections({ rows: people(60) })).toBe(true)
    expect(hasDirections({ rows: people(61) })).toBe(false)
    expect(hasDirections({ rows: [aRow('甲', null, { components: [rated('up', null)] })] })).toBe(false)
  })

  it('a direction without a score leaves a gap, never a nought', () => {
    expect(directionsOption({ scheme, rows: people(1) })).toMatchObject({
      series: [{ data: [90.05] }, { data: [null] }],
    })
  })

  it('the distribution counts what the table says: suggested, and decided once somebody is', () => {
    const rows = [aRow('甲', 92_00), aRow('乙', 85_00), aRow('丙', null)]
    expect(distributionOption({ scheme, rows })).toMatchObject({ series: [{ data: [1, 1, 0, 0] }] })
    const decided = [...rows, aRow('丁', 70_00, { grade: 'good', ...first })]
    expect(distributionOption({ scheme, rows: decided })).toMatchObject({
      series: [{ data: [1, 1, 1, 0] }, { name: '会议定等', data: [0, 1, 0, 0] }],
    })
  })

  it('names are cut by signs, ranks say who is tied', () => {
    expect(shortened('阿卜杜热合曼', 5)).toBe('阿卜杜热…')
    expect(shortened('王书记', 5)).toBe('王书记')
    expect(rankText({ rank: 2, isTied: true })).toBe('2 并列')
  })
})
