import { stripSpaces, toHalfWidth } from './text.ts'

/** GB 32100-2015, table 1: digits and capitals without I, O, S, V, Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const base = signs.length

/** Half-width capitals without spaces. */
export function normaliseCreditCode(raw: string): string {
  return stripSpaces(toHalfWidth(raw)).toUpperCase()
}

/** GB 32100-2015 5.5: weights are the powers of 3 modulo 31. Throws unless given 17 signs of the table. */
export function creditCheckSign(first17: string): string {
  const values = Array.from(first17, (sign) => signs.indexOf(sign))
  if (values.length !== 17 || values.includes(-1)) throw new Error('a credit code needs 17 signs of GB 32100')
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % base
  }
  return signs.charAt((base - (sum % base)) % base)
}

/** What is wrong with a normalised 统一社会信用代码, in Chinese; null when nothing is. */
export function creditCodeProblem(code: string): string | null {
  if (code.length !== 18)
    return `统一社会信用代码应为 18 位，现为 ${code.length} 位，请对照营业执照或登记证书核对`
  if (Array.from(code).some((sign) => !signs.includes(sign)))
    return '统一社会信用代码只有数字和大写字母（没有 I、O、S、V、Z），请对照营业执照或登记证书核对'
  return creditCheckSign(code.slice(0, 17)) === code.charAt(17)
    ? null
    : '统一社会信用代码校验位不对，多半有一位写错，请对照营业执照或登记证书核对'
}
