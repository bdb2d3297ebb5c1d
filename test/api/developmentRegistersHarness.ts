import { partialDate } from '#shared/lib/dates.ts'
import type { Caller, TestCore } from './testCore.ts'

/** A picture of one grey point. */
export const aJpeg: Uint8Array = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)

export const aClass = {
  kind: 'target',
  name: '发展对象集中培训班',
  fromOn: partialDate('2026-05-11'),
  toOn: partialDate('2026-05-13'),
  days: 3,
  hours: 24,
  place: null,
  remark: null,
} as const

export interface RegistersPlace {
  /** A 志愿书 in the box, and one that is out with `developmentFileId`. */
  readonly stockFormId: string
  readonly issuedFormId: string
  /** A class that `developmentFileId` sat in. */
  readonly trainingClassId: string
  /** A scan of its M1. */
  readonly attachmentId: string
}

export async function addDevelopmentRegisters(
  test: Pick<TestCore, 'shelf'>,
  { call }: Caller,
  {
    stem,
    communityId,
    fileId,
  }: { readonly stem: string; readonly communityId: string; readonly fileId: string },
): Promise<RegistersPlace> {
  await call('forms.stock', { organizationId: communityId, prefix: stem, from: '001', to: '003' })
  const list = { status: 'stock', text: stem, offset: 0, limit: 10 } as const
  const [out, stock] = (await call('forms.list', list)).rows
  if (!out || !stock) throw new Error('no forms')
  await call('forms.issue', {
    id: out.id,
    version: out.version,
    fileId,
    issuedOn: partialDate('2026-06-20'),
    receivedBy: `${stem}领用人`,
  })
  const held = await call('training.create', {
    fields: { ...aClass, name: `${stem}培训班`, organizationId: communityId },
  })
  await call('training.setPlaces', {
    id: held.id,
    version: held.version,
    places: [{ fileId, hours: 24, score: '优', isPassed: true, certNo: `${stem}001` }],
  })
  const handle = test.shelf.put({ name: `${stem}申请书.jpg`, bytes: aJpeg })
  const scan = await call('attachments.add', {
    subject: 'developmentFile',
    subjectId: fileId,
    slot: 'M1',
    handle,
  })
  return {
    stockFormId: stock.id,
    issuedFormId: out.id,
    trainingClassId: held.id,
    attachmentId: scan.id,
  }
}
