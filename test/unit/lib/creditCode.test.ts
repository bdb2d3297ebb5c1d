import { expect, it } from 'vitest'
import { creditCheckSign, creditCodeProblem, normaliseCreditCode } from '#shared/lib/creditCode.ts'

// The example of GB 32100-2015 itself.
it('computes the check sign of the standard’s example', () => {
  expect(creditCheckSign('91350100M000100Y4')).toBe('3')
  expect(creditCodeProblem('91350100M000100Y43')).toBeNull()
})

it('finds any one wrong sign and any two neighbours that changed places', () => {
  const code = '91350100M000100Y43'
  for (let i = 0; i < code.length; i += 1) {
    const other = code.charAt(i) === '7' ? '8' : '7'
    expect(creditCodeProblem(code.slice(0, i) + other + code.slice(i + 1))).toContain('校验位')
    const [a, b] = [code.charAt(i), code.charAt(i + 1)]
    if (b !== '' && a !== b)
      expect(creditCodeProblem(code.slice(0, i) + b + a + code.slice(i + 2))).toContain('校验位')
  }
})

it('says what is wrong with the length and with letters that are never used', () => {
  expect(creditCodeProblem('91350100M000100Y4')).toContain('17 位')
  expect(creditCodeProblem('91350100I000100Y43')).toContain('没有 I')
  expect(normaliseCreditCode(' ９1350100m000100y43 ')).toBe('91350100M000100Y43')
})
