import { describe, expect, it } from 'vitest'
import { formatYuan, parseYuan } from '#shared/lib/money.ts'

describe('money', () => {
  it('is read from yuan without rounding and written back with two places', () => {
    expect(['300', '1,280.5', '0.07', '19.99元', ' 12 '].map(parseYuan)).toEqual([
      30_000, 128_050, 7, 1999, 1200,
    ])
    expect([0, 7, 1250, 128_050].map(formatYuan)).toEqual(['0.00', '0.07', '12.50', '1280.50'])
  })

  it('is not guessed where the text is no amount', () => {
    expect(['', '-3', '1.255', '三百', '1.2.3'].map(parseYuan)).toEqual([null, null, null, null, null])
  })
})
