import type { RouteInput } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { aPerson } from './developmentHarness.ts'
import { aClass, aJpeg } from './developmentRegistersHarness.ts'
import type { StaffedOffice } from './samples.ts'

const on = partialDate('2026-11-20')

async function aFile(office: StaffedOffice): Promise<string> {
  const fields = aPerson(office.branchId)
  return (await office.call('development.create', { fields, appliedOn: partialDate('2026-01-05') })).id
}

/** A booklet somebody has issued since it was seen in the box. */
async function anIssuedForm(office: StaffedOffice) {
  const fileId = await aFile(office)
  await office.call('forms.stock', { organizationId: office.rootId, prefix: 'A', from: '1', to: '1' })
  const { rows } = await office.call('forms.list', { status: null, text: null, offset: 0, limit: 1 })
  const [{ id, version } = { id: '', version: 1 }] = rows
  await office.call('forms.issue', { id, version, fileId, issuedOn: on, receivedBy: null })
  return { id, version, fileId }
}

async function seen(office: StaffedOffice) {
  const { id, version } = await anIssuedForm(office)
  return { id, version }
}

async function anEditedClass(office: StaffedOffice) {
  const fields = { ...aClass, organizationId: office.communityId }
  const { id, version } = await office.call('training.create', { fields })
  const clerk = office.as('communityClerk')
  await clerk.call('training.update', { id, version, fields: { place: '二楼会议室' } })
  return { id, version }
}

async function aRenamedScan(office: StaffedOffice) {
  const { id, version } = await office.call('attachments.add', {
    subject: 'developmentFile',
    subjectId: await aFile(office),
    slot: 'M1',
    handle: office.shelf.put({ name: '申请书.jpg', bytes: aJpeg }),
  })
  await office.as('communityClerk').call('attachments.rename', { id, version, name: '第一页' })
  return { id, version }
}

export const staleRegisters = {
  'forms.issue': async (office: StaffedOffice): Promise<RouteInput<'forms.issue'>> => ({
    ...(await anIssuedForm(office)),
    issuedOn: on,
    receivedBy: null,
  }),
  'forms.takeBack': async (office: StaffedOffice): Promise<RouteInput<'forms.takeBack'>> => ({
    ...(await seen(office)),
    returnedOn: on,
    isFiled: false,
    remark: null,
  }),
  'forms.void': async (office: StaffedOffice): Promise<RouteInput<'forms.void'>> => ({
    ...(await seen(office)),
    voidedOn: on,
    reason: '填错',
  }),
  'forms.trash': async (office: StaffedOffice) => ({ ...(await seen(office)), reason: '登错了' }),
  'training.update': async (office: StaffedOffice) => ({
    ...(await anEditedClass(office)),
    fields: { place: '三楼' },
  }),
  'training.setPlaces': async (office: StaffedOffice) => ({ ...(await anEditedClass(office)), places: [] }),
  'training.trash': async (office: StaffedOffice) => ({ ...(await anEditedClass(office)), reason: '登错了' }),
  'attachments.rename': async (office: StaffedOffice) => ({
    ...(await aRenamedScan(office)),
    name: '第二页',
  }),
  'attachments.trash': async (office: StaffedOffice) => ({
    ...(await aRenamedScan(office)),
    reason: '扫歪了',
  }),
} as const
