import { describe, expect, it } from 'vitest'
import { personRow, type Row, rosterWorkbook, workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { aStandardOffice, type StandardOffice, staffPasswords } from './office.ts'
import { anIdNo } from './samples.ts'

const asEast = (office: StandardOffice) => ({ ...office, ...office.as.east })

const organizationsFile = (rows: readonly Row[]) =>
  workbook({
    党组织: { rows: [['党组织代码', '党组织全称', '党组织简称', '党组织类别', '上级党组织代码'], ...rows] },
  })

describe('a roster imported by a community', () => {
  it('blocks who is registered elsewhere, saying neither who nor where', async () => {
    const office = await aStandardOffice()
    const bytes = rosterWorkbook([
      personRow(1, { name: '某某', idNo: office.west.idNo, branch: '东环第一党支部' }),
    ])
    const { previewId, report } = await preview(asEast(office), 'roster', '名册.xlsx', bytes)
    expect(report.counts).toEqual({ new: 0, changed: 0, unchanged: 0, duplicate: 0, blocked: 1 })
    const { rows } = await office.as.east.call('imports.rows', {
      previewId,
      outcome: null,
      onlyFindings: false,
      offset: 0,
      limit: 10,
    })
    expect(rows).toMatchObject([{ outcome: 'blocked', matchId: null, changes: [] }])
    expect(rows[0]?.findings.map(({ message }) => message).join()).toContain(
      '这个身份证号已在本街道其他党组织登记，请联系街道党务干事核对',
    )
    expect(JSON.stringify(rows)).not.toContain('西湖')
  })

  it('makes no branch of a name another community has, and moves nobody there', async () => {
    const office = await aStandardOffice()
    const { idNo } = office.east
    const bytes = rosterWorkbook([
      personRow(1, { name: '新来的', idNo: anIdNo('1970-05-04', 905), branch: '西湖第一党支部' }),
      personRow(2, { name: '东环甲', idNo, branch: '西湖第一党支部' }),
    ])
    const { report, unknownBranches } = await preview(asEast(office), 'roster', '名册.xlsx', bytes)
    expect(report.counts).toMatchObject({ blocked: 2 })
    expect(unknownBranches).toMatchObject([
      { name: '西湖第一党支部', people: 2, mustChoose: expect.stringContaining('不在您的管理范围内') },
    ])
    const branches = {
      西湖第一党支部: { action: 'match', organizationId: office.east.branchId },
    } as const
    const chosen = await preview(asEast(office), 'roster', '名册.xlsx', bytes, { branches })
    expect(chosen.report.counts).toMatchObject({ blocked: 0, new: 1 })
    const forced = { 西湖第一党支部: { action: 'create', parentId: null } } as const
    const refused = await preview(asEast(office), 'roster', '名册.xlsx', bytes, { branches: forced })
    expect(refused.report.counts).toMatchObject({ blocked: 2 })
  })

  it('makes new branches under the own organisation', async () => {
    const office = await aStandardOffice()
    const bytes = rosterWorkbook([
      personRow(1, { name: '新来的', idNo: anIdNo('1970-05-04', 905), branch: '春风里党支部' }),
    ])
    await importFile(asEast(office), 'roster', '名册.xlsx', bytes)
    const { nodes } = await office.as.street.call('organizations.tree', { includeEnded: false })
    const made = nodes.find(({ shortName }) => shortName === '春风里党支部')
    expect(made).toMatchObject({ parentId: office.east.communityId, own: { full: 1, probationary: 0 } })
  })

  it('stops when somebody elsewhere was registered with a number since the preview', async () => {
    const office = await aStandardOffice()
    const idNo = anIdNo('1970-05-04', 905)
    const bytes = rosterWorkbook([personRow(1, { name: '新来的', idNo, branch: '东环第一党支部' })])
    const { previewId } = await preview(asEast(office), 'roster', '名册.xlsx', bytes)
    const row = personRow(1, { name: '西湖壬', idNo, branch: '西湖第一党支部' })
    await importFile(office, 'roster', '名册.xlsx', rosterWorkbook([row]))
    const refusal = await office.as.east.refusal('imports.commit', { previewId, jobId: null })
    expect(refusal.code).toBe('STALE_WRITE')
    expect(refusal.messageZh).not.toContain('西湖')
  })
})

describe('organisations imported by a community', () => {
  const outcomes = async (office: StandardOffice, rows: readonly Row[]) => {
    const shown = await preview(asEast(office), 'organizations', '党组织.xlsx', organizationsFile(rows))
    const page = { outcome: null, onlyFindings: false, offset: 0, limit: 50 }
    const listed = await office.as.east.call('imports.rows', { previewId: shown.previewId, ...page })
    return {
      previewId: shown.previewId,
      rows: listed.rows.map(({ outcome, findings }) => [outcome, findings[0]?.message ?? ''] as const),
    }
  }

  it('stay below the own organisation: rows of the street and of other communities are blocked', async () => {
    const office = await aStandardOffice()
    const { previewId, rows } = await outcomes(office, [
      ['001', '中共测试街道工作委员会', '', '党工委', ''],
      ['001001', '中共东环社区党委', '', '社区党委', '001'],
      ['00100110', '东环第十党支部', '', '党支部', '001001'],
      ['001002', '中共西湖社区改名党委', '', '社区党委', '001'],
      ['00100211', '西湖第九党支部', '', '党支部', '001002'],
      ['00100111', '东环第十一党支部', '', '党支部', ''],
      ['00100112', '东环街第十二党支部', '西湖第一党支部', '党支部', '001001'],
    ])
    expect(rows.map(([outcome]) => outcome)).toEqual([
      'blocked',
      'unchanged',
      'new',
      'blocked',
      'blocked',
      'blocked',
      'blocked',
    ])
    expect(rows[3]?.[1]).toBe('代码为 001002 的党组织不在您的管理范围内，未导入；请由街道党务干事导入')
    expect(rows[4]?.[1]).toBe('代码为 001002 的上级党组织不在您的管理范围内，未导入；请由街道党务干事导入')
    expect(rows[5]?.[1]).toBe('您只能在本组织之下设立党组织，请写明上级党组织代码')
    expect(rows[6]?.[1]).toContain('本街道其他地方已有叫“西湖第一党支部”的党组织')
    await office.as.east.call('imports.commit', { previewId, jobId: null })
    const { nodes } = await office.as.east.call('organizations.tree', { includeEnded: false })
    expect(nodes.find(({ code }) => code === '00100110')?.parentId).toBe(office.east.communityId)
  })

  it.each([
    ['another type', ['001001', '中共东环社区党委', '', '综合党委', '001']],
    ['another parent', ['001001', '中共东环社区党委', '', '社区党委', '00100101']],
  ] as const)('cannot give the own organisation %s', async (_, row) => {
    const { rows } = await outcomes(await aStandardOffice(), [row])
    expect(rows).toEqual([['blocked', expect.stringContaining('由街道党工委办理')]])
  })
})

describe('previews', () => {
  it('are gone when their session is signed out or somebody else sits at it', async () => {
    const office = await aStandardOffice()
    const { as } = office
    const bytes = rosterWorkbook([
      personRow(1, { branch: '东环第一党支部', idNo: anIdNo('1970-05-04', 905) }),
    ])
    const { previewId } = await preview(office, 'roster', '名册.xlsx', bytes)
    const wanted = { previewId, outcome: null, onlyFindings: false, offset: 0, limit: 10 } as const
    expect((await as.street.call('imports.rows', wanted)).total).toBe(1)
    await as.street.call('accounts.signOut', {})
    const { user, password } = staffPasswords.street
    await as.street.call('accounts.signIn', { user, password })
    expect(await as.street.refusal('imports.rows', wanted)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of one account are not shown to another in the same session', async () => {
    const office = await aStandardOffice()
    const { as } = office
    const bytes = rosterWorkbook([
      personRow(1, { branch: '西湖第一党支部', idNo: anIdNo('1970-05-04', 905) }),
    ])
    const { previewId } = await preview(office, 'roster', '名册.xlsx', bytes)
    const { user, password } = staffPasswords.east
    await as.street.call('accounts.signIn', { user, password })
    const refusal = await as.street.refusal('imports.commit', { previewId, jobId: null })
    expect(refusal).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('batches', () => {
  it('of a community are its own; the street sees all', async () => {
    const { as, east, west } = await aStandardOffice()
    const batches = async (staff: 'street' | 'east') =>
      (await as[staff].call('imports.batches', { offset: 0, limit: 10 })).rows.map(({ id }) => id).toSorted()
    expect(await batches('east')).toEqual([east.batchId])
    expect(await batches('street')).toEqual([east.batchId, west.batchId].toSorted())
    expect(await as.east.refusal('imports.withdraw', { batchId: west.batchId })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
