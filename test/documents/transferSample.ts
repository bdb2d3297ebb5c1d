import type { TransferLetterValues } from '#core/documents/transferLetter.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

/** Invented; every fact there. */
export function aLetter(overrides: Partial<TransferLetterValues> = {}): TransferLetterValues {
  return {
    letterNo: '2026-007',
    name: '王小明',
    gender: '男',
    age: 46,
    ethnicity: '汉族',
    isFull: true,
    idNo: '34052419800101001X',
    fromOrg: '中共幸福区和平街道工作委员会',
    toOrg: '中共某市某区光明街道工作委员会',
    fromUnit: '中共和平街道东环社区第一支部委员会',
    toUnit: '中共光明街道南苑社区第二支部委员会',
    feePaidTo: partialDate('2026-06'),
    validDays: 30,
    issuedOn: dateOnly('2026-06-08'),
    phone: '13800000000',
    address: '幸福区和平路1号',
    officePhone: '010-60000000',
    fax: '010-60000001',
    postcode: '100000',
    ...overrides,
  }
}
