import { dateOnly } from '#shared/lib/dates.ts'
import type { Meter } from './meter.ts'

const times = (n: number, run: () => Promise<unknown>) => Array.from({ length: n }, () => run)
const firstPage = { organizationId: null, text: null, offset: 0, limit: 100 } as const

/** The ledgers beside the roster, the whole street's. */
export async function measureLedgers({ call, sample }: Meter): Promise<void> {
  const lists = {
    'terms list': () =>
      call('terms.list', { organizationId: null, state: null, trouble: null, offset: 0, limit: 100 }),
    'contacts list': () => call('posts.contacts', firstPage),
    'transfers list': () => call('transfers.list', { ...firstPage, column: null, direction: null }),
    'mobility list': () =>
      call('mobility.list', {
        ...firstPage,
        direction: 'LC',
        state: 'open',
        filter: null,
        place: null,
      }),
    'lost list': () => call('lost.list', { ...firstPage, stage: null }),
    'lost without a case': () => call('lost.unregistered', { organizationId: null, limit: 1 }),
  }
  for (const [name, run] of Object.entries(lists)) await sample(name, times(20, run))
}

/** 对账单 of the street over the last year that ended: open, and read between two frozen lists. */
export async function measureBridge({ call, sample, timed }: Meter): Promise<void> {
  const year = new Date().getUTCFullYear() - 1
  const compute = () =>
    call('bridge.compute', {
      organizationId: null,
      from: dateOnly(`${year - 1}-12-31`),
      to: dateOnly(`${year}-12-31`),
    })
  await sample('bridge of a year', times(10, compute))
  await timed('bridge freeze', () => call('bridge.freeze', { year: year - 1 }))
  await call('bridge.freeze', { year })
  await sample('bridge of a year, frozen', times(10, compute))
}
