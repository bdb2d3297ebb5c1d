import { expect, it } from 'vitest'
import { auditedTables } from '#db/audit/auditedTables.ts'
import { tableLabels } from '#shared/labels/tables.ts'

it('every table with records has a name, so that no loss of a rescue and no difference of a backup goes untold', () => {
  expect(Object.keys(auditedTables).filter((table) => !Object.hasOwn(tableLabels, table))).toEqual([])
})
