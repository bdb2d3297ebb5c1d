import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aJpeg, aClass } from './developmentRegistersHarness.ts'
import { aStandardOffice } from './office.ts'

const phone = '13911112222'
const idNo = '110105199505050018'
const both = `${phone}，${idNo}`

/** A file, its parts, its scan, a booklet and a class, each text with somebody's numbers in it. */
async function anOfficeOfCarelessHands() {
  const office = await aStandardOffice({ withoutWest: true })
  const { street } = office.as
  const { approvedFileId: id, communityId: organizationId, stockFormId } = office.east
  const texts = ['nativePlace', 'unitDuty', 'family', 'relations', 'remark'] as const
  const others = ['publicityPlace', 'publicityWords', 'politicalWords', 'arrivalFrom'] as const
  const version = async () => (await street.call('development.get', { id })).version
  await street.call('development.update', {
    id,
    version: await version(),
    fields: { phone, ...Object.fromEntries([...texts, ...others].map((key) => [key, both])) },
  })
  await street.call('development.setGuarantors', {
    id,
    version: await version(),
    duty: 'contact',
    on: partialDate('2026-01-01'),
    people: [{ memberId: null, name: `甲${phone}`, isKin: false }],
  })
  await street.call('development.saveReview', {
    id,
    version: await version(),
    reviewId: null,
    kind: 'activist',
    reviewedOn: partialDate('2026-02-02'),
    contactOpinion: both,
    branchOpinion: both,
    signedBy: both,
  })
  const handle = office.shelf.put({ name: `${both}.jpg`, bytes: aJpeg })
  const scan = { subject: 'developmentFile', subjectId: id } as const
  await street.call('attachments.add', { ...scan, slot: 'M1', handle })
  const held = await street.call('training.create', {
    fields: { ...aClass, name: both, place: both, remark: both, organizationId },
  })
  await street.call('training.setPlaces', {
    id: held.id,
    version: held.version,
    places: [{ fileId: id, hours: 24, score: phone, isPassed: true, certNo: idNo }],
  })
  const list = { status: null, text: null, offset: 0, limit: 50 }
  const form = async () => (await street.call('forms.list', list)).rows.find((row) => row.id === stockFormId)
  await street.call('forms.issue', {
    id: stockFormId,
    version: (await form())?.version ?? 0,
    fileId: id,
    issuedOn: partialDate('2026-06-20'),
    receivedBy: both,
  })
  await street.call('forms.void', {
    id: stockFormId,
    version: (await form())?.version ?? 0,
    voidedOn: partialDate('2026-06-22'),
    reason: both,
  })
  return { office, id, scan, classId: held.id, list }
}

it('numbers somebody wrote into a text of a file, a booklet, a class or the name of a scan are masked for who may not reveal', async () => {
  const { office, id, scan, classId, list } = await anOfficeOfCarelessHands()
  const { leader } = office.as
  const answers = [
    await leader.call('development.get', { id }),
    await leader.call('attachments.list', scan),
    await leader.call('forms.list', list),
    await leader.call('training.list', { kind: null, offset: 0, limit: 50 }),
    await leader.call('training.get', { id: classId }),
    await leader.call('activity.history', { kind: 'developmentFile', id }),
  ]
  for (const answer of answers) {
    const text = JSON.stringify(answer)
    expect(text).not.toContain(phone)
    expect(text).not.toContain(idNo)
    expect(text).not.toContain('50018')
    expect(text).toContain('139****2222')
  }
})
