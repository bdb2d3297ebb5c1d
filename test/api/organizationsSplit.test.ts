import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { asOf } from './membershipsHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'

async function aSplit() {
  const office = await anOffice()
  const add = (name: string, n: number, fields: object = {}) =>
    office.call('members.create', {
      fields: aMember({
        organizationId: office.branchId,
        idNo: anIdNo('1970-05-04', n),
        name,
        enteredOn: partialDate('2020-01-01'),
        ...fields,
      }),
    })
  const [stays, goes] = [await add('留', 1), await add('走', 3)]
  const { version } = await office.call('organizations.get', { id: office.branchId })
  const input: RouteInput<'organizations.split'> = {
    id: office.branchId,
    version,
    happenedOn: '2026-11-01',
    docNo: '和街党〔2026〕8号',
    reason: '党员超过 50 名',
    fullName: '中共东环第三支部委员会',
    shortName: '东环第三党支部',
    code: null,
    members: [{ id: goes.id, version: goes.version }],
  }
  return { office, stays, goes, input, add }
}

describe('splitting a branch', () => {
  it('founds a new branch beside it and moves only who was chosen, on the day', async () => {
    const { office, stays, goes, input } = await aSplit()
    const founded = await office.call('organizations.split', input)
    expect(founded).toMatchObject({ parentId: office.communityId, own: { full: 1 } })
    expect(founded.fields).toMatchObject({ foundedOn: '2026-11-01', foundedDoc: '和街党〔2026〕8号' })
    const where = async (id: string) => (await office.call('members.get', { id })).record
    expect(await where(goes.id)).toMatchObject({ organizationId: founded.id, enteredOn: '2026-11-01' })
    expect(await where(stays.id)).toMatchObject({ organizationId: office.branchId, enteredOn: '2020-01-01' })
  })

  it('leaves the past where it was: as of the day before, everybody is in the old branch', async () => {
    const { office, input } = await aSplit()
    const founded = await office.call('organizations.split', input)
    const countOn = async (on: string, organizationId: string) =>
      (await office.call('memberships.list', asOf(on, { organizationId }))).total
    expect(await countOn('2026-10-31', office.branchId)).toBe(2)
    expect(await countOn('2026-10-31', founded.id)).toBe(0)
    expect(await countOn('2026-11-01', office.branchId)).toBe(1)
    expect(await countOn('2026-11-01', founded.id)).toBe(1)
  })

  it('is kept in the history of both', async () => {
    const { office, input } = await aSplit()
    const founded = await office.call('organizations.split', input)
    const old = await office.call('organizations.get', { id: office.branchId })
    const kinds = ({ events }: typeof old) => events.map(({ kind }) => kind).toSorted()
    expect(kinds(old)).toEqual(['created', 'split'])
    expect(kinds(founded)).toEqual(['created', 'split'])
    expect(old.events.find(({ kind }) => kind === 'split')?.toText).toBe('中共东环第三支部委员会')
  })

  it('is taken back as one', async () => {
    const { office, goes, input } = await aSplit()
    const founded = await office.call('organizations.split', input)
    await undoNewest(office)
    const { record } = await office.call('members.get', { id: goes.id })
    expect(record).toMatchObject({ organizationId: office.branchId, enteredOn: '2020-01-01' })
    const { nodes } = await office.call('organizations.tree', { includeEnded: true })
    expect(nodes.some(({ id }) => id === founded.id)).toBe(false)
  })

  it('moves nobody where one of them cannot go', async () => {
    const { office, goes, input, add } = await aSplit()
    const late = await add('晚来', 5, { enteredOn: partialDate('2026-11-10') })
    const members = [...input.members, { id: late.id, version: late.version }]
    expect(await office.refusal('organizations.split', { ...input, members })).toMatchObject({
      fields: { members: expect.stringContaining('“晚来”不能分到新党支部') },
    })
    expect((await office.call('members.get', { id: goes.id })).record.organizationId).toBe(office.branchId)
  })

  it('does not give a name twice', async () => {
    const { office, input } = await aSplit()
    const taken = { ...input, shortName: '东环第二党支部' }
    expect(await office.refusal('organizations.split', taken)).toMatchObject({
      fields: { shortName: expect.stringContaining('已有') },
    })
  })

  it('works from what was read: a branch changed meanwhile is read again', async () => {
    const { office, input } = await aSplit()
    await office.call('organizations.update', {
      id: input.id,
      version: input.version,
      fields: { contactName: '新' },
    })
    expect(await office.refusal('organizations.split', input)).toMatchObject({ code: 'STALE_WRITE' })
  })
})
