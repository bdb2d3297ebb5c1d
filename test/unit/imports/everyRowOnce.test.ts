import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBranchBook } from '#core/imports/branches.ts'
import { countOutcomes } from '#core/imports/plannedRow.ts'
import type { RosterSnapshot } from '#core/imports/rosterContext.ts'
import { planRoster } from '#core/imports/rosterPlan.ts'
import { treeOf } from '#core/records/organizationTree.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { anIdNo } from '../../api/samples.ts'
import { readPeople } from './readPeople.ts'
import { type Row, personRow, rosterHeader, workbook } from './workbooks.ts'

const nobody: RosterSnapshot = {
  living: new Map(),
  elsewhere: new Set(),
  trashed: new Set(),
  doubtful: new Map(),
  twins: new Map(),
}

const person = fc
  .record({
    idNo: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((order) => anIdNo('1970-05-04', order)),
      fc.constantFrom('', '110105194912310021', '1.1E+17', '44030019790229001X', '无'),
    ),
    name: fc.constantFrom('张三', '李 四', '买买提·艾力', '', '合计', '说明'),
    birthDate: fc.constantFrom('1970.05', '1970-05-04', '1971', '七〇年', ''),
    branch: fc.constantFrom('东环第一党支部', '第二党支部', ''),
    personType: fc.constantFrom('正式', '预备党员', '', '积极分子'),
    mobile: fc.constantFrom('13800000001', '0571-88001234', '138', null),
  })
  .filter(({ name, idNo }) => (name !== '' && name !== '合计' && name !== '说明') || /^\d/.test(idNo))
  .map((fields): Row => personRow(1, fields))

const noise = fc.constantFrom<Row>(
  [],
  [null, null, null],
  ['合计', null, '3人'],
  ['小  计'],
  [...rosterHeader],
  ['制表人：甲', null, null, '审核人：乙'],
  [7],
  [8, '东环第一党支部'],
  ['注：以上人员均已核对'],
)

it('gives every person exactly one outcome and counts nobody twice, whatever stands between them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: noise }), {
        maxLength: 25,
      }),
      (rows) => {
        const { people, sheets } = readPeople(workbook({ 花名册: { rows: [[...rosterHeader], ...rows] } }))
        const branches = createBranchBook(treeOf([]), new Set(), { branches: {}, otherBranches: 'create' })
        const mappedFields = new Map([
          ['花名册', new Set(sheets[0]?.columns.flatMap(({ field }) => field ?? []))],
        ])
        const today = dateOnly('2026-11-21')
        const planned = planRoster(people, {
          mode: 'addAndUpdate',
          today,
          roster: nobody,
          branches,
          mappedFields,
        })
        const counts = countOutcomes(planned)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(people.length)
        expect(planned.map(({ row }) => row)).toEqual(
          rows.flatMap((row, index) =>
            row.length === rosterHeader.length && row[0] === 1 ? [index + 2] : [],
          ),
        )
        expect(new Set(planned.map(({ row }) => row)).size).toBe(planned.length)
        for (const { outcome, findings, write } of planned) {
          if (outcome === 'blocked') expect(findings.some(({ severity }) => severity === 'block')).toBe(true)
          if (outcome === 'duplicate')
            expect(findings.some(({ code }) => code.startsWith('DUPLICATE'))).toBe(true)
          expect(write.is === 'nothing').toBe(outcome !== 'new')
        }
        const written = planned.flatMap(({ write }) => (write.is === 'new' ? [write.record.idNo] : []))
        expect(new Set(written).size).toBe(written.length)
      },
    ),
    { numRuns: 150 },
  )
})
