import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import {
  checkDigit,
  checkIdNo,
  maskIdNo,
  maskIdNoToRegion,
  maskMobile,
  maskNumbers,
  maskNumbersToRegion,
  normaliseIdNo,
  upgrade15,
} from '#shared/lib/idNumber.ts'

const today = dateOnly('2026-10-31')
const codeOf = (idNo: string) => {
  const result = checkIdNo(idNo, today)
  return result.ok ? 'ok' : result.code
}
const digits17 = fc.stringMatching(/^[1-9]\d{5}19[4-9]\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/)

describe('ID numbers: the vectors of domain 2.3', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', '2'],
    ['34052419800101001X', '1980-01-01', '1'],
    ['110101199003070011', '1990-03-07', '1'],
    ['11010119900307803X', '1990-03-07', '1'],
  ])('%s is good: born %s, sex %s', (idNo, birthDate, gender) => {
    expect(checkIdNo(idNo, today)).toEqual({
      ok: true,
      birthDate,
      gender,
      regionCode: idNo.slice(0, 6),
      upgradedFrom15: null,
    })
  })

  it('110105194912310021 has the wrong check digit', () => {
    expect(codeOf('110105194912310021')).toBe('ID_CHECKSUM')
  })

  it('44030019790229001X has the right check digit and a day that never was', () => {
    expect(checkDigit('44030019790229001')).toBe('X')
    expect(codeOf('44030019790229001X')).toBe('ID_DATE')
  })
})

describe('damaged and old ID numbers', () => {
  it('ID_TRUNCATED: what Excel makes of a number kept as a number', () => {
    expect(codeOf('1.1E+17')).toBe('ID_TRUNCATED')
    expect(codeOf('1.10105194912310E+17')).toBe('ID_TRUNCATED')
    expect(codeOf('110105194912310000')).toBe('ID_TRUNCATED')
  })

  it('ID_TRUNCATED is not said of a good number that happens to end in 000', () => {
    const good = Array.from({ length: 28 }, (_, n) => `110105194912${String(n + 1).padStart(2, '0')}100`)
      .map((first17) => first17 + checkDigit(first17))
      .filter((idNo) => idNo.endsWith('000'))
    expect(good.map(codeOf)).toEqual(good.map(() => 'ok'))
    expect(good.length).toBeGreaterThan(0)
  })

  it('ID_FORMAT: too short, too long, letters, X in the middle', () => {
    for (const bad of [
      '11010519491231002',
      '1101051949123100211',
      '1101X519491231002X',
      'G12345678',
      '无',
      '',
    ]) {
      expect(codeOf(bad)).toBe('ID_FORMAT')
    }
  })

  it('ID_DATE: born before 1900 or after today', () => {
    const withBirth = (birth: string) => `110105${birth}002${checkDigit(`110105${birth}002`)}`
    expect(codeOf(withBirth('18991231'))).toBe('ID_DATE')
    expect(codeOf(withBirth('20261101'))).toBe('ID_DATE')
    expect(codeOf(withBirth('20261031'))).toBe('ok')
    expect(codeOf(withBirth('19000101'))).toBe('ok')
  })

  it('ID_UPGRADED_15: 15 digits become 18 with 19 before the year', () => {
    expect(upgrade15('110105491231002')).toBe('11010519491231002X')
    expect(checkIdNo('110105491231002', today)).toMatchObject({
      ok: true,
      birthDate: '1949-12-31',
      gender: '2',
      upgradedFrom15: '11010519491231002X',
    })
    expect(codeOf('110105490230002')).toBe('ID_DATE')
  })

  it('says nothing of the number in its messages', () => {
    for (const bad of [
      '110105194912310021',
      '110105194912310000',
      '44030019790229001X',
      '11010519491231002',
    ]) {
      const result = checkIdNo(bad, today)
      expect(result.ok ? '' : result.messageZh).not.toMatch(/\d{5}/)
    }
  })
})

describe('the check digit', () => {
  it('makes any 17 digits good, and no other digit does', () => {
    fc.assert(
      fc.property(digits17, (first17) => {
        const good = checkDigit(first17)
        const passing = '0123456789X'.split('').filter((digit) => codeOf(first17 + digit) === 'ok')
        expect(passing).toEqual([good])
      }),
    )
  })

  it('notices any one digit typed wrong and any two neighbours exchanged', () => {
    fc.assert(
      fc.property(
        digits17,
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (first17, at, by) => {
          const last = checkDigit(first17)
          const [a, b] = [first17.charAt(at), first17.charAt(at + 1)]
          const typo = first17.slice(0, at) + String((Number(a) + by) % 10) + first17.slice(at + 1)
          expect(checkDigit(typo)).not.toBe(last)
          const swapped = first17.slice(0, at) + b + a + first17.slice(at + 2)
          expect(checkDigit(swapped) === last).toBe(a === b)
        },
      ),
    )
  })
})

describe('writing ID numbers', () => {
  it.each([
    ['11010519491231002x', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ["'11010519491231002X", '11010519491231002X'],
    ['\t110105 19491231 002X ', '11010519491231002X'],
    ['11010519491231002×', '11010519491231002X'],
    ['1.1e+17', '1.1E+17'],
  ])('normalises %j', (raw, idNo) => {
    expect(normaliseIdNo(raw)).toBe(idNo)
  })

  it('masks birthday and part of the sequence', () => {
    expect(maskIdNo('11010519491231002X')).toBe('110105********002X')
    expect(maskIdNo('110105491231002')).toBe('110105******002')
    expect(maskIdNo('123')).toBe('***')
    expect(maskMobile('13812345678')).toBe('138****5678')
    expect(maskMobile('0571-87654321')).toBe('**********321')
    expect(maskMobile('')).toBe('')
  })

  it.each([
    ['证号11010519491231002X。', '证号110105********002X。'],
    ['１１０１０５１９４９１２３１００２ｘ', '110105********002x'],
    ['110105 19491231 002X', '110105********002X'],
    ['110105-1949-1231-002X', '110105********002X'],
    ['旧证 110105491231002', '旧证 110105******002'],
    ['13812345678/138-1234-5678', '138****5678/138****5678'],
    ['１３８１２３４５６７８ 138 1234 5678', '138****5678 138****5678'],
    [
      '2026-11-21 共 13812 人，账号 12345678901234567890',
      '2026-11-21 共 13812 人，账号 12345678901234567890',
    ],
  ])('masks numbers within %j', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })

  it('keeps nothing of a number but where it was given, for who may not look at it', () => {
    expect(maskIdNoToRegion('11010519491231002X')).toBe('110105************')
    expect(maskIdNoToRegion('110105491231002')).toBe('110105*********')
    expect(maskIdNoToRegion('1101051949123100')).toBe('11**************')
    expect(maskIdNoToRegion('123')).toBe('***')
    expect(maskIdNoToRegion('')).toBe('')
  })

  it('masks so a number that was masked before, and one that needs no more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\dX]{1,30}$/), (text) => {
        const masked = maskIdNoToRegion(text)
        expect(maskIdNoToRegion(maskIdNo(text))).toBe(masked)
        expect(maskIdNoToRegion(masked)).toBe(masked)
        expect(masked).toMatch(/^[\dX]{0,6}\*+$/)
      }),
    )
  })

  it.each([
    ['证号11010519491231002X。', '证号110105************。'],
    ['证号110105********002X。', '证号110105************。'],
    ['旧证 110105******002，110105 19491231 002x', '旧证 110105*********，110105************'],
    ['末位错的 11*************00', '末位错的 11***************'],
    ['电话 138****5678，13812345678', '电话 138****5678，138****5678'],
    ['住东环新苑****，2026-11-21 登记 13812 人', '住东环新苑****，2026-11-21 登记 13812 人'],
  ])('leaves no ending of a number within %j', (text, masked) => {
    expect(maskNumbersToRegion(text)).toBe(masked)
    expect(maskNumbersToRegion(masked)).toBe(masked)
  })

  it('shows at most ten characters of any number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\dX]{1,30}$/), (text) => {
        const masked = maskIdNo(text)
        expect(masked).toHaveLength(text.length)
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(10)
      }),
    )
  })
})
