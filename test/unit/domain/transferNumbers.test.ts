import { describe, expect, it } from 'vitest'
import { formatLetterNo, letterNumbers, parseLetterNo } from '#shared/domain/transferNumbers.ts'

describe('numbers of letters', () => {
  it('begin with 1 each year', () => {
    expect(letterNumbers(2027, ['2026-012'])).toEqual({ next: '2027-001', gaps: [], duplicates: [] })
  })

  it('go on after the highest, not into a gap', () => {
    expect(letterNumbers(2026, ['2026-001', '2026-004']).next).toBe('2026-005')
  })

  it('tell which are missing and which were given twice', () => {
    const { gaps, duplicates } = letterNumbers(2026, ['2026-005', '2026-002', '2026-002', '组字7号'])
    expect(gaps).toEqual(['2026-001', '2026-003', '2026-004'])
    expect(duplicates).toEqual(['2026-002'])
  })

  it('are read back as they were written', () => {
    expect(parseLetterNo(formatLetterNo({ year: 2026, running: 1234 }))).toEqual({
      year: 2026,
      running: 1234,
    })
    expect(parseLetterNo('和组〔2026〕7号')).toBeNull()
  })
})
