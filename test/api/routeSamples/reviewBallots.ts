import type { BatchFields } from '#shared/contract/reviewBallots.ts'
import { itemsOf, overallId } from '#shared/domain/reviews/scheme.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { workbook } from '../../unit/imports/workbooks.ts'
import type { Place, StandardOffice } from '../office.ts'
import { aBatch, keySheets } from '../reviewBallotsHarness.ts'
import { aScheme } from '../reviewHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const items = aScheme().components.flatMap((component) =>
  component.id === 'down' && component.kind === 'rated' ? itemsOf(aScheme(), component.form) : [],
)

/** On the community’s own person, as a ballot of the usual form has it. */
const sheet = items.map(() => '好')

function fieldsIn({ campaignId, schemeId, communityId, subjectId }: Place): BatchFields {
  const place = { campaignId, schemeId, organizationId: communityId, first: subjectId, second: subjectId }
  return aBatch(place, { subjects: [{ subjectId, issued: 1, returned: 1 }] })
}

async function opened({ as }: StandardOffice, place: Place, changes: Partial<BatchFields> = {}) {
  const fields = { ...fieldsIn(place), ...changes }
  const { id, version } = await as.street.call('reviewBallots.open', { fields })
  return { id, version, fields }
}

const clerkOf = ({ as, east }: StandardOffice, place: Place) => (place.stem === east.stem ? as.east : as.west)

/** By the community’s clerk, then by the street’s. */
async function keyed(office: StandardOffice, place: Place, second: readonly string[] = sheet) {
  const batch = await opened(office, place)
  await keySheets(clerkOf(office, place), batch.id, 1, place.subjectId, [sheet])
  await keySheets(office.as.street, batch.id, 2, place.subjectId, [second])
  return batch
}

const header = ['票号', '述职单位', '述职人', ...items.map(({ name }) => name), '意见建议']

function aFile({ stem }: Place): Uint8Array {
  const row = ['党0001', `${stem}第一党支部`, `${stem}甲`, ...sheet, '']
  return workbook({ 党员: { rows: [header, row] } })
}

function preview(office: StandardOffice, place: Place) {
  const { campaignId, schemeId } = place
  const handle = office.shelf.put({ name: '测评票.xlsx', bytes: aFile(place) })
  return { handle, campaignId, schemeId }
}

/** The scope test knows ids of before the call only; it asks for a made-up one beside it all the same. */
const namesNone = 'a batch of the community, opened for this very call'

export const reviewBallotSamples: SamplesOf<RoutesOf<'reviewBallots'>> = {
  'reviewBallots.list': { input: (_, { campaignId }) => ({ campaignId }) },
  'reviewBallots.get': {
    input: async (office, place) => ({ id: (await opened(office, place)).id }),
    namesNone,
  },
  'reviewBallots.open': { input: (_, place) => ({ fields: fieldsIn(place) }) },
  'reviewBallots.update': {
    input: async (office, place) => {
      const batch = await opened(office, place)
      return { ...batch, fields: { ...batch.fields, tellers: '计票人' } }
    },
  },
  'reviewBallots.cancel': {
    input: async (office, place) => {
      const { id, version } = await opened(office, place)
      return { id, version, reason: '登错了' }
    },
    namesNone,
  },
  'reviewBallots.keyed': {
    input: async (office, place) => ({ id: (await keyed(office, place)).id, pass: 1 }),
    namesNone,
  },
  'reviewBallots.key': {
    input: async (office, place) => ({
      id: (await opened(office, place)).id,
      pass: 1,
      place: 1,
      lines: [{ subjectId: place.subjectId, cells: sheet, opinion: '多下支部' }],
    }),
  },
  'reviewBallots.removeSheet': {
    input: async (office, place) => ({ id: (await keyed(office, place)).id, pass: 1, place: 1 }),
    namesNone,
  },
  'reviewBallots.differences': {
    input: async (office, place) => ({ id: (await keyed(office, place, ['差'])).id }),
    namesNone,
  },
  'reviewBallots.settle': {
    input: async (office, place) => ({
      id: (await keyed(office, place, [...sheet.slice(1), '差'])).id,
      place: 1,
      subjectId: place.subjectId,
      itemId: overallId,
      cell: '差',
      isThere: true,
    }),
  },
  'reviewBallots.close': {
    input: async (office, place) => {
      const { id, version } = await keyed(office, place)
      return { id, version }
    },
    namesNone,
  },
  'reviewBallots.closeTally': {
    input: async (office, place) => {
      const { id, version } = await opened(office, place, { method: 'tally' })
      const counts = { best: 1, good: 0, fair: 0, poor: 0 }
      return {
        id,
        version,
        people: [
          {
            subjectId: place.subjectId,
            several: 0,
            illegible: 0,
            blank: 0,
            valid: 1,
            items: items.map(({ id: itemId }) => ({ by: 'grades', itemId, counts, abstained: 0 })),
          },
        ],
      }
    },
  },
  'reviewBallots.preview': { input: preview },
  'reviewBallots.import': {
    input: async (office, place) => ({
      previewId: (await clerkOf(office, place).call('reviewBallots.preview', preview(office, place)))
        .previewId,
      organizationId: place.communityId,
      heldOn: dateOnly('2026-03-10'),
    }),
  },
}
