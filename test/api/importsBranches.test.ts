import { expect, it } from 'vitest'
import type { ImportPreview } from '#shared/contract/imports.ts'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore } from './testCore.ts'

const idA = anIdNo('1970-05-04', 1)
const idB = anIdNo('1980-06-05', 2)

function codes({ report }: ImportPreview): readonly string[] {
  return report.findings.filter(({ severity }) => severity !== 'blue').map(({ code }) => code)
}

async function aRoster() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: street.branchId, idNo: idA, mobile: '13800000001', remark: '老党员' }),
  })
  return { test, street, member }
}

it('offers the branches a strange name may mean, and follows the choice', async () => {
  const { test, street } = await aRoster()
  const bytes = rosterWorkbook([
    personRow(1, { idNo: idB, branch: '东环社区第1支部', gender: '女', birthDate: '1980-06-05' }),
  ])
  const blocked = await preview(test, 'roster', 'a.xlsx', bytes, { otherBranches: 'block' })
  expect(blocked.report.counts).toMatchObject({ blocked: 1 })
  expect(codes(blocked)).toEqual(['BRANCH_UNKNOWN'])
  expect(blocked.unknownBranches).toEqual([
    {
      name: '东环社区第1支部',
      people: 1,
      mustChoose: null,
      suggestions: [
        expect.objectContaining({ organizationId: street.branchId, shortName: '东环第一党支部' }),
      ],
    },
  ])
  const matched = await preview(test, 'roster', 'a.xlsx', bytes, {
    branches: { 东环社区第1支部: { action: 'match', organizationId: street.branchId } },
  })
  expect(matched.report.counts).toMatchObject({ new: 1 })
  const created = await preview(test, 'roster', 'a.xlsx', bytes, {
    branches: { 东环社区第1支部: { action: 'create', parentId: street.communityId } },
  })
  await test.call('imports.commit', { previewId: created.previewId, jobId: null })
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  expect(nodes.find(({ shortName }) => shortName === '东环社区第1支部')).toMatchObject({
    parentId: street.communityId,
    own: { full: 1, probationary: 0 },
  })
})

it('knows a branch by its name without spaces and with 中共, the street and 支部委员会', async () => {
  const { test } = await aRoster()
  const names = ['东环第一 党支部', '中共测试街道东环第一支部委员会', '测试街道东环第一党支部', '东环第1支部']
  const people = names.map((branch, index) =>
    personRow(index, {
      idNo: anIdNo('1981-01-01', 11 + 2 * index),
      name: `甲${index}`,
      birthDate: '1981-01-01',
      branch,
    }),
  )
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook(people), { otherBranches: 'block' })
  expect(shown.unknownBranches).toEqual([])
  expect(shown.report.counts).toMatchObject({ new: 4 })
})

it('refuses members for what is no branch, or no branch any more', async () => {
  const { test, street } = await aRoster()
  await test.call('organizations.dissolve', {
    id: street.otherBranchId,
    version: 1,
    happenedOn: test.clock.today(),
    docNo: null,
    reason: '撤销',
    membersTo: null,
  })
  const people = ['东环社区党委', '东环第二党支部'].map((branch, index) =>
    personRow(index, {
      idNo: anIdNo('1981-01-01', 11 + 2 * index),
      name: `甲${index}`,
      birthDate: '1981-01-01',
      branch,
    }),
  )
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook(people))
  expect(shown.report.counts).toMatchObject({ blocked: 2 })
})
