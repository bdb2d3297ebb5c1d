import { describe, expect, it } from 'vitest'
import { anEvent } from './developmentHarness.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { readTables } from './ledgerCopy.ts'

/** A file of the eastern community is handed to the western one, its booklet and class stay behind. */
async function moved(): Promise<StandardOffice> {
  const office = await aStandardOffice()
  const { street } = office.as
  const file = await street.call('development.get', { id: office.east.developmentFileId })
  await street.call('development.recordEvent', {
    ...anEvent(file, '2026-11-20'),
    kind: 'transfer',
    organizationId: office.west.branchId,
    isContinuous: true,
    overrideReason: '补录',
  })
  return office
}

describe('a file that moved to another community', () => {
  it('is named no more where its booklet and its class stayed', async () => {
    const { as, east, west } = await moved()
    const { name } = await as.west
      .call('development.get', { id: east.developmentFileId })
      .then(({ fields }) => fields)
    const held = await as.east.call('training.get', { id: east.trainingClassId })
    expect(held).toMatchObject({ places: [], people: 0, passed: 0 })
    const list = { status: null, text: null, offset: 0, limit: 50 }
    const forms = await as.east.call('forms.list', list)
    expect(forms.rows.find(({ id }) => id === east.issuedFormId)?.file).toBeNull()
    expect((await as.east.call('forms.list', { ...list, text: name })).total).toBe(0)
    expect(JSON.stringify([held, forms])).not.toContain(west.stem)
    const street = await as.street.call('training.get', { id: east.trainingClassId })
    expect(street.places.map((place) => place.fileId)).toEqual([east.developmentFileId])
  })

  it('keeps its place when the class is written to by whoever does not see it', async () => {
    const { as, east, dataDir } = await moved()
    const { version } = await as.east.call('training.get', { id: east.trainingClassId })
    await as.east.call('training.setPlaces', {
      id: east.trainingClassId,
      version,
      places: [{ fileId: east.approvedFileId, hours: 24, score: null, isPassed: true, certNo: null }],
    })
    const { training_places: places = [] } = await readTables(dataDir)
    const ofClass = places.filter((row) => row['class_id'] === east.trainingClassId)
    expect(new Set(ofClass.map((row) => row['file_id']))).toEqual(
      new Set([east.developmentFileId, east.approvedFileId]),
    )
  })
})

describe('somebody of another community who looks after a person', () => {
  it('stays the same member when the list is saved by whoever sees the name alone', async () => {
    const { as, east, west, dataDir } = await aStandardOffice()
    const id = east.developmentFileId
    const sent = await as.street.call('development.get', { id })
    const far = await as.street.call('members.get', { id: west.probationerId })
    const person = { memberId: far.id, name: far.record.name, isKin: false }
    await as.street.call('development.setGuarantors', {
      id,
      version: sent.version,
      duty: 'contact',
      on: '2026-06-01',
      people: [person],
    })
    const seen = await as.east.call('development.get', { id })
    const [contact] = seen.guarantors.filter(({ duty, toOn }) => duty === 'contact' && toOn === null)
    expect(contact).toMatchObject({ memberId: null, name: far.record.name })
    await as.east.call('development.setGuarantors', {
      id,
      version: seen.version,
      duty: 'contact',
      on: '2026-07-01',
      people: [
        { memberId: null, name: far.record.name, isKin: false },
        { memberId: null, name: '新联系人', isKin: false },
      ],
    })
    const { development_guarantors: rows = [] } = await readTables(dataDir)
    const same = rows.filter((row) => row['file_id'] === id && row['name'] === far.record.name)
    expect(same).toMatchObject([{ member_id: far.id, from_on: '2026-06-01', to_on: null }])
  })
})
