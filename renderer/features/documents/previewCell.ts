import type { MemberListRow } from '#shared/contract/members.ts'
import { personTypeFull, personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { anyReader, maskFurther } from '#shared/domain/memberMasks.ts'
import type { RosterColumn } from '#shared/domain/rosterColumns.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import type { ExportForm } from './exportForm.ts'

/** Where the question does not arise; a sheet, which is read back and counted, leaves the cell empty. */
const none = { docx: '—', xlsx: '' } as const

function partyAgeText({ record, partyAgeYears }: MemberListRow, format: ExportForm['format']): string {
  if (record.personType === personTypeProbationary) return none[format]
  return partyAgeYears === null ? '' : `${partyAgeYears}年`
}

function plainText(row: MemberListRow, key: Exclude<RosterColumn, 'partyAge'>): string {
  const value = row.record[key]
  // Dates stand in the file as they are stored, no longer than they need to be.
  if (memberFields[key].kind.type === 'date') return typeof value === 'string' ? value : ''
  return fieldText(key, value, () => (key === 'groupId' ? (row.groupName ?? '') : row.organizationName))
}

/** A cell of the roster as the masked file of this format prints it; a gap stays empty. */
export function previewCell(row: MemberListRow, key: RosterColumn, format: ExportForm['format']): string {
  if (key === 'partyAge') return partyAgeText(row, format)
  const text = maskFurther(key, plainText(row, key), anyReader)
  if (key === 'regularOn' && text === '' && row.record.personType !== personTypeFull) return none[format]
  return key === 'personType' && format === 'docx' ? text.replace(/党员$/, '') : text
}
