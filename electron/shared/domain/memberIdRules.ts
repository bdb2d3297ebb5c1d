import { formatPartialDate, sameAtCommonPrecision } from '../lib/dates.ts'
import type { DateOnly } from '../lib/dates.ts'
import { checkIdNo } from '../lib/idNumber.ts'
import type { IdFacts } from '../lib/idNumber.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { MemberFacts } from './memberFacts.ts'

const basis = 'GB 11643-1999《公民身份号码》'
const genderNames: Readonly<Record<string, string>> = { '1': '男', '2': '女' }

function against(facts: MemberFacts, id: IdFacts): readonly Finding[] {
  const found: Finding[] = []
  if (id.upgradedFrom15 !== null) {
    const message = '15 位旧身份证号，已按规则升为 18 位核对，请对照新证件更新'
    found.push(makeFinding('ID_UPGRADED_15', 'blue', 'idNo', message, basis))
  }
  if (facts.birthDate !== null && !sameAtCommonPrecision(facts.birthDate, id.birthDate)) {
    const [recorded, inId] = [formatPartialDate(facts.birthDate), formatPartialDate(id.birthDate)]
    const message = `登记的出生日期 ${recorded} 与身份证号中的 ${inId} 不符；档案认定日期可以不同，请核对后保留或更正`
    found.push(makeFinding('BIRTH_MISMATCH', 'yellow', 'birthDate', message, basis))
  }
  if (facts.gender !== null && facts.gender !== id.gender) {
    const [recorded, inId] = [genderNames[facts.gender] ?? facts.gender, genderNames[id.gender]]
    const message = `登记的性别为${recorded}，身份证号第 17 位表示${inId}，请核对`
    found.push(makeFinding('SEX_MISMATCH', 'yellow', 'gender', message, basis))
  }
  return found
}

/** The number itself, and what it says of birth and sex. A damaged number that has been explained is a note only. */
export function idFindings(facts: MemberFacts, today: DateOnly): readonly Finding[] {
  if (facts.idNo === null || facts.idNo === '') {
    return [makeFinding('ID_MISSING', 'block', 'idNo', '没有公民身份号码，请补填', basis)]
  }
  const id = checkIdNo(facts.idNo, today)
  if (id.ok) return against(facts, id)
  if (facts.idNoReason === null) return [makeFinding(id.code, 'block', 'idNo', id.messageZh, basis)]
  const message = `${id.messageZh}；已说明：${facts.idNoReason}`
  return [makeFinding(id.code, 'blue', 'idNo', message, basis)]
}
