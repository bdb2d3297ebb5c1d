import type { Severity } from '#shared/domain/finding.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { checkIdNo, type IdFacts, maskIdNo, normaliseIdNo } from '#shared/lib/idNumber.ts'
import { type GridCell, cellText } from './workbookGrid.ts'

interface IdReading {
  /** Valid, of 18 digits; null when missing or wrong. */
  readonly idNo: string | null
  readonly facts: IdFacts | null
  readonly problem: { readonly code: string; readonly severity: Severity; readonly message: string } | null
}

function refused(code: string, message: string): IdReading {
  return { idNo: null, facts: null, problem: { code, severity: 'block', message } }
}

/** The ID number of a row. The messages show it masked. */
export function readIdNumber(cell: GridCell | undefined, today: DateOnly): IdReading {
  const raw = cell === undefined ? '' : normaliseIdNo(cellText(cell))
  if (cell === undefined || raw === '' || raw === '-' || raw === '无')
    return refused('ID_MISSING', '没有公民身份号码，不能导入；请补填后重新导入')
  const isNumber = typeof cell === 'number' || (typeof cell === 'object' && cell?.kind === 'number')
  if (isNumber && raw.replace(/\D/g, '').length > 15) {
    const message = `身份证号被表格存成了数字，末几位已丢失（${maskIdNo(raw)}），请把该列设为文本后对照证件重填`
    return refused('ID_TRUNCATED', message)
  }
  const facts = checkIdNo(raw, today)
  if (!facts.ok) return refused(facts.code, `${facts.messageZh}（${maskIdNo(raw)}）`)
  const { upgradedFrom15: upgraded } = facts
  if (upgraded === null) return { idNo: raw, facts, problem: null }
  const message = `15 位旧身份证号已换算成 18 位（${maskIdNo(upgraded)}），请核对`
  return { idNo: upgraded, facts, problem: { code: 'ID_UPGRADED_15', severity: 'blue', message } }
}
