import { partialDate } from '#shared/lib/dates.ts'
import { aClass, aJpeg } from '../developmentRegistersHarness.ts'
import type { Place, StandardOffice } from '../office.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const everyForm = { status: null, text: null, offset: 0, limit: 50 } as const
const everyClass = { kind: null, offset: 0, limit: 50 } as const

/** As it stands, told by the street's clerk, who sees everything. */
async function form({ as }: StandardOffice, id: string) {
  const { rows } = await as.street.call('forms.list', { ...everyForm, limit: 200 })
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Error('no such form')
  return { id, version: found.version }
}

async function held({ as }: StandardOffice, { trainingClassId: id }: Place) {
  const { version } = await as.street.call('training.get', { id })
  return { id, version }
}

async function scan({ as }: StandardOffice, { developmentFileId, attachmentId }: Place) {
  const { rows } = await as.street.call('attachments.list', {
    subject: 'developmentFile',
    subjectId: developmentFileId,
  })
  const found = rows.find(({ id }) => id === attachmentId)
  if (!found) throw new Error('no such attachment')
  return { id: found.id, version: found.version }
}

export const formSamples: SamplesOf<RoutesOf<'forms'>> = {
  'forms.list': { input: (_, { stem }) => ({ ...everyForm, text: stem }), everything: everyForm },
  'forms.stock': {
    input: (_, { communityId, stem }) => ({
      organizationId: communityId,
      prefix: stem,
      from: '101',
      to: '103',
    }),
  },
  'forms.issue': {
    input: async (office, { stockFormId, developmentFileId }) => ({
      ...(await form(office, stockFormId)),
      fileId: developmentFileId,
      issuedOn: partialDate('2026-07-01'),
      receivedBy: null,
    }),
  },
  'forms.takeBack': {
    input: async (office, { issuedFormId }) => ({
      ...(await form(office, issuedFormId)),
      returnedOn: partialDate('2026-07-10'),
      isFiled: true,
      remark: null,
    }),
  },
  'forms.void': {
    input: async (office, { stockFormId }) => ({
      ...(await form(office, stockFormId)),
      voidedOn: partialDate('2026-07-10'),
      reason: '印刷有误',
    }),
  },
  'forms.trash': {
    input: async (office, { stockFormId }) => ({ ...(await form(office, stockFormId)), reason: '登错了' }),
  },
}

export const trainingSamples: SamplesOf<RoutesOf<'training'>> = {
  'training.list': {
    input: () => everyClass,
    everything: everyClass,
    namesNone: 'a page of what is in reach',
  },
  'training.get': { input: (_, { trainingClassId }) => ({ id: trainingClassId }) },
  'training.create': {
    input: (_, { communityId }) => ({ fields: { ...aClass, organizationId: communityId } }),
  },
  'training.update': {
    input: async (office, place) => ({ ...(await held(office, place)), fields: { place: '党群服务中心' } }),
  },
  'training.setPlaces': {
    input: async (office, place) => ({
      ...(await held(office, place)),
      places: [{ fileId: place.developmentFileId, hours: 20, score: null, isPassed: null, certNo: null }],
    }),
  },
  'training.trash': {
    input: async (office, place) => ({ ...(await held(office, place)), reason: '登错了' }),
  },
}

const street = 'of the whole street: the same for everybody'

export const calendarSamples: SamplesOf<RoutesOf<'calendar'>> = {
  'calendar.year': { input: () => ({ year: 2026 }), everything: { year: 2026 }, namesNone: street },
  'calendar.setDay': {
    input: () => ({ day: '2026-12-25', isWorkingDay: false, name: '调休' }),
    namesNone: street,
  },
}

export const attachmentSamples: SamplesOf<RoutesOf<'attachments'>> = {
  'attachments.list': {
    input: (_, { developmentFileId }) => ({ subject: 'developmentFile', subjectId: developmentFileId }),
  },
  'attachments.content': { input: (_, { attachmentId }) => ({ id: attachmentId }) },
  'attachments.picture': {
    input: ({ shelf }) => ({ handle: shelf.put({ name: '申请书.jpg', bytes: aJpeg }) }),
    namesNone: 'a file just chosen, of no record yet',
  },
  'attachments.add': {
    input: ({ shelf }, { developmentFileId }) => ({
      subject: 'developmentFile',
      subjectId: developmentFileId,
      slot: 'M2',
      handle: shelf.put({ name: '谈话记录.jpg', bytes: aJpeg }),
    }),
  },
  'attachments.rename': {
    input: async (office, place) => ({ ...(await scan(office, place)), name: '入党申请书第一页' }),
  },
  'attachments.trash': {
    input: async (office, place) => ({ ...(await scan(office, place)), reason: '扫歪了' }),
  },
}
