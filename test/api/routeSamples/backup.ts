import type { StandardOffice } from '../office.ts'
import { testAdministrator } from '../testCore.ts'
import { administratorOnly, type RoutesOf, type SamplesOf } from './sample.ts'

const ownPassword = testAdministrator.password
const { backup, rescue } = administratorOnly
const wholeFolder = 'of the whole data folder; shows states and sizes, no records'

/** The newest of the folder. */
async function aSource({ as }: StandardOffice) {
  const { rows } = await as.administrator.call('backup.list', {})
  return { from: 'list', id: rows[0]?.id ?? 'none.zip', place: 'local' } as const
}

const secret = { by: 'password', user: testAdministrator.user, password: ownPassword } as const

export const backupSamples: SamplesOf<RoutesOf<'backup' | 'rescue'>> = {
  'backup.status': { input: () => ({}), namesNone: wholeFolder },
  'backup.list': { input: () => ({}), namesNone: wholeFolder },
  'backup.make': { input: () => ({ jobId: null }), namesNone: wholeFolder },
  'backup.handOver': { input: () => ({ jobId: null }), namesNone: backup },
  'backup.changeSettings': {
    input: () => ({ secondPlace: null, policy: { daily: 3, weekly: 2, monthly: 1 } }),
    namesNone: backup,
  },
  'backup.inspect': {
    input: async (office) => ({ source: await aSource(office), jobId: null }),
    namesNone: backup,
  },
  'backup.restore': {
    input: async (office) => ({ source: await aSource(office), ownPassword, jobId: null }),
    namesNone: backup,
  },
  'rescue.backups': { input: () => ({ secret }), namesNone: rescue },
  'rescue.inspect': {
    input: async (office) => ({ source: await aSource(office), secret, jobId: null }),
    namesNone: rescue,
  },
  'rescue.restore': {
    input: async (office) => ({ source: await aSource(office), secret, jobId: null }),
    namesNone: rescue,
  },
  'rescue.salvage': { input: () => ({ secret, jobId: null }), namesNone: rescue },
}
