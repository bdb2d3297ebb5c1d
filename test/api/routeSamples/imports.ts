import { personRow, rosterWorkbook } from '../../unit/imports/workbooks.ts'
import { preview } from '../importsHarness.ts'
import type { Place, StandardOffice } from '../office.ts'
import { anIdNo } from '../samples.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** One person the community has, whose education changes, and one it has not. */
function aFile({ stem, idNo }: Place): Uint8Array {
  return rosterWorkbook([
    personRow(1, { name: `${stem}甲`, idNo, branch: `${stem}第一党支部`, education: '大专' }),
    personRow(2, { name: '新来的党员', idNo: anIdNo('1970-05-04', 903), branch: `${stem}第一党支部` }),
  ])
}

/** Made by the community's own clerk, in whose session it lives. */
async function previewIn(office: StandardOffice, place: Place): Promise<string> {
  const clerk = place.stem === office.east.stem ? office.as.east : office.as.west
  return (await preview({ ...office, ...clerk }, 'roster', '名册.xlsx', aFile(place))).previewId
}

export const importSamples: SamplesOf<RoutesOf<'imports'>> = {
  'imports.preview': {
    input: ({ shelf }, place) => ({
      kind: 'roster',
      file: shelf.put({ name: '名册.xlsx', bytes: aFile(place) }),
      mode: 'addAndUpdate',
      columns: {},
      skipSheets: [],
      branches: { 某支部: { action: 'match', organizationId: place.branchId } },
      otherBranches: 'create',
      jobId: null,
    }),
  },
  'imports.rows': {
    input: async (office, place) => ({
      previewId: await previewIn(office, place),
      outcome: null,
      onlyFindings: false,
      offset: 0,
      limit: 50,
    }),
  },
  'imports.commit': {
    input: async (office, place) => ({ previewId: await previewIn(office, place), jobId: null }),
  },
  'imports.batches': {
    input: () => ({ offset: 0, limit: 50 }),
    everything: { offset: 0, limit: 50 },
    namesNone: 'everything in the caller’s reach',
  },
  'imports.checkWithdraw': { input: (_, { batchId }) => ({ batchId }) },
  'imports.withdraw': { input: (_, { batchId }) => ({ batchId }) },
  'imports.markedCopy': {
    input: async (office, place) => ({ previewId: await previewIn(office, place) }),
  },
  'imports.sampleWorkbook': { input: () => ({ kind: 'roster' }), namesNone: 'an empty form' },
}
