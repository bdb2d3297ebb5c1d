import { demoPeople } from '#core/demo/demoMembers.ts'
import { seededRandom } from '#core/demo/random.ts'
import { type SheetCell, writeTableXlsx } from '#core/spreadsheets/tableXlsx.ts'
import { memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { dateOnly } from '#shared/lib/dates.ts'

const branch = { id: 'bench', name: '', groupIds: [], jointUnits: [], isRetired: false }
const keys = memberFieldKeys.filter(
  (key) => !['groupId', 'nameReading', 'idNoReason', 'jointUnit'].includes(key),
)

/** A workbook of invented people in 40 branches the database does not know, with every column of the roster. */
export function rosterWorkbook(people: number): Promise<Uint8Array> {
  const text = (value: string): SheetCell => ({ type: 'text', value })
  const source = demoPeople(seededRandom(99), dateOnly('2026-11-01'))
  const header = keys.map((key) => text(memberFields[key].label))
  const rows = Array.from({ length: people }, (_, i) => {
    const record = source.next(branch)
    return keys.map((key) =>
      text(key === 'organizationId' ? `测试第${i % 40}党支部` : fieldText(key, record[key], () => '')),
    )
  })
  const sheet = {
    name: '名册',
    rows: [header, ...rows],
    columns: keys.map(() => ({ width: 12 })),
    frozenRows: 1,
    frozenColumns: 0,
    repeatRows: null,
    isLandscape: true,
  }
  return writeTableXlsx([sheet])
}
