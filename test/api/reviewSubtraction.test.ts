import { describe, expect, it } from 'vitest'
import { readTables } from './ledgerCopy.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { aBallotPlace, aBatch, type BallotPlace, shortScheme } from './reviewBallotsHarness.ts'

type Open = Parameters<typeof aBatch>[1]

async function start() {
  const office = await aStandardOffice({ withoutWest: true })
  return { office, street: office.as.street, place: await aBallotPlace(office, office.east, shortScheme()) }
}

const at = ({ clock }: StandardOffice, minute: number) =>
  clock.set(`2026-11-21T02:${String(minute).padStart(2, '0')}:00Z`)

const papersOf = (subjectId: string, valid: number, issued = valid) => [
  { subjectId, issued, returned: valid },
]

function aCalledOut({ as }: StandardOffice, place: BallotPlace, valid: number, fields: Open = {}) {
  const subjects = papersOf(place.first, valid)
  return as.street.call('reviewBallots.open', {
    fields: aBatch(place, { method: 'tally', subjects, ...fields }),
  })
}

/** All of them 好 and 90 points. */
function close(
  { as }: StandardOffice,
  { id, version }: { readonly id: string; readonly version: number },
  subjectId: string,
  valid: number,
  blank = 0,
) {
  const points = ['i1', 'i2'].map(
    (itemId) => ({ by: 'points', itemId, votes: valid, sum: 90_00 * valid, abstained: 0 }) as const,
  )
  const counts = { best: valid, good: 0, fair: 0, poor: 0 }
  const overall = { by: 'grades', itemId: 'overall', counts, abstained: 0 } as const
  const person = { subjectId, valid, several: 0, illegible: 0, blank, items: [...points, overall] }
  return as.street.call('reviewBallots.closeTally', { id, version, people: [person] })
}

async function counted(office: StandardOffice, place: BallotPlace, valid: number, fields: Open = {}) {
  return close(office, await aCalledOut(office, place, valid, fields), place.first, valid)
}

async function down({ as }: StandardOffice, { first }: BallotPlace) {
  const { components } = await as.leader.call('reviews.subject', { id: first })
  const { state, groups } = components.find(({ componentId }) => componentId === 'down') ?? {}
  return { state, valid: groups?.map((group) => group.valid) }
}

const says = (part: string) => ({ messageZh: expect.stringContaining(part) })

describe('REV-06: what was shown and what is shown never tell a few ballots by subtraction', () => {
  it('nobody is slipped into a batch, nor a batch into a direction, that was shown since the batch was opened', async () => {
    const { office, street, place } = await start()
    const main = await aCalledOut(office, place, 6)
    at(office, 1)
    const other = await aCalledOut(office, place, 1, { subjects: papersOf(place.second, 1) })
    const up = await aCalledOut(office, place, 1, { componentId: 'up', groupId: 'superiors' })
    at(office, 2)
    await close(office, main, place.first, 6)
    expect(await down(office, place)).toEqual({ state: 'scored', valid: [6] })
    at(office, 3)
    const update = ({ id, version, fields }: typeof other, changed: Open) =>
      street.call('reviewBallots.update', { id, version, fields: { ...fields, ...changed } })
    await expect(
      update(other, { subjects: [...papersOf(place.second, 1), ...papersOf(place.first, 1)] }),
    ).rejects.toMatchObject(says('“甲书记”的“党员、群众测评”已经计过票，不能再加进本批；请另登记一批'))
    await expect(update(up, { componentId: 'down', groupId: 'party' })).rejects.toMatchObject(
      says('不能再加进本批'),
    )
    // Of whom nothing was counted since may be taken in.
    await update(up, { subjects: [...papersOf(place.first, 1), ...papersOf(place.second, 1)] })
  })

  it('void ballots do not make few ballots many, and are added up like the others', async () => {
    const { office, street, place } = await start()
    await counted(office, place, 6)
    const blanks = async (returned: number, blank: number) => {
      at(office, returned)
      const more = await aCalledOut(office, place, returned)
      await close(office, more, place.first, returned - blank, blank)
    }
    await blanks(8, 2)
    await blanks(9, 3)
    const { review_counts: counts = [] } = await readTables(office.dataDir)
    const mine = counts.filter(({ subject_id }) => subject_id === place.first)
    expect(mine.map(({ issued, returned, blank }) => [issued, returned, blank])).toEqual([[23, 23, 5]])
    await expect(blanks(10, 6)).rejects.toMatchObject(says('补测的有效票只有 4 张'))
    const [{ id, version } = { id: '', version: 0 }] = await street.call('reviewBallots.list', {
      campaignId: place.campaignId,
    })
    await expect(street.call('reviewBallots.close', { id, version })).rejects.toMatchObject(
      says('请登记唱票结果后计票'),
    )
  })

  it('a clock set back does not make a shown result one that was not', async () => {
    const { office, place } = await start()
    const main = await aCalledOut(office, place, 6)
    at(office, 9)
    await close(office, main, place.first, 6)
    at(office, 5)
    await expect(aCalledOut(office, place, 1)).rejects.toMatchObject(says('计入会暴露票数'))
    const more = await aCalledOut(office, place, 1, { subjects: papersOf(place.first, 1, 6) })
    await expect(close(office, more, place.first, 1)).rejects.toMatchObject(says('计入会暴露票数'))
  })

  it('groups shown as one are not shown apart when one of them grows', async () => {
    const { office, place } = await start()
    const party = await aCalledOut(office, place, 10)
    at(office, 1)
    const few = await aCalledOut(office, place, 6, { groupId: 'public' })
    at(office, 2)
    await close(office, party, place.first, 10)
    await close(office, few, place.first, 3, 3)
    expect(await down(office, place)).toEqual({ state: 'scored', valid: [13] })
    at(office, 3)
    await expect(counted(office, place, 6, { groupId: 'public' })).rejects.toMatchObject(
      says('“甲书记”有的群体因票少已与别的群体合并显示'),
    )
    const [open] = await office.as.street.call('reviewBallots.list', { campaignId: place.campaignId })
    await office.as.street.call('reviewBallots.cancel', {
      id: open?.id ?? '',
      version: open?.version ?? 0,
      reason: '不能计入',
    })
    await counted(office, place, 5)
    expect(await down(office, place)).toEqual({ state: 'scored', valid: [18] })
  })

  it('REV-02: a small group whose batch is void may be rated again, as nothing was shown', async () => {
    const { office, place } = await start()
    const party = await aCalledOut(office, place, 10)
    at(office, 1)
    const tooMany = [{ subjectId: place.first, issued: 3, returned: 4 }]
    const few = await aCalledOut(office, place, 3, { groupId: 'public', subjects: tooMany })
    at(office, 2)
    await close(office, party, place.first, 10)
    at(office, 3)
    expect((await close(office, few, place.first, 3)).state).toBe('void')
    expect(await down(office, place)).toEqual({ state: 'repeat', valid: [] })
    at(office, 4)
    await counted(office, place, 3, { groupId: 'public' })
    expect(await down(office, place)).toEqual({ state: 'scored', valid: [13] })
    at(office, 5)
    await expect(aCalledOut(office, place, 1)).rejects.toMatchObject(says('计入会暴露票数'))
  })

  it('with ballots counted, a group stays one that is waited for, and few ballots are scored in one way only', async () => {
    const { office, street, place } = await start()
    await counted(office, place, 6)
    const save = async (
      change: (scheme: ReturnType<typeof shortScheme>) => ReturnType<typeof shortScheme>,
    ) => {
      const { schemes } = await street.call('reviews.campaign', { id: place.campaignId })
      const [stored] = schemes
      if (!stored) throw new Error('no scheme')
      const { id, version, name, scheme } = stored
      return street.call('reviews.saveScheme', { id, version, name, scheme: change(scheme), reason: '调整' })
    }
    const points = { best: 100_00, good: 80_00, fair: 60_00, poor: 0 }
    await save((scheme) => ({ ...scheme, gradePoints: points }))
    await expect(
      save((scheme) => ({
        ...scheme,
        components: scheme.components.map((component) =>
          component.kind === 'rated'
            ? { ...component, groups: component.groups.map((group) => ({ ...group, isOptional: true })) }
            : component,
        ),
      })),
    ).rejects.toMatchObject(says('是否必须测评'))
    const few = await aCalledOut(office, place, 6, { componentId: 'up', groupId: 'superiors' })
    await close(office, few, place.first, 3, 3)
    await expect(
      save((scheme) => ({ ...scheme, gradePoints: { ...points, poor: 10_00 } })),
    ).rejects.toMatchObject(says('换一种算法再计一次分'))
    await save((scheme) => ({ ...scheme, bestLimit: 30 }))
  })
})
