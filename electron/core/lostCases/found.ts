import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import type { foundInput } from '#shared/contract/lostCases.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { checkDay, expectMember, expectStatus, followMobility, takeStep } from './changes.ts'
import { find } from './commands.ts'

/** Ends a search. Under 停止党籍 it is written down and no more: 恢复党籍 has to be decided. */
export function memberFound(
  db: Database,
  { id, version, on, remark }: z.output<typeof foundInput>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const found = find(db, id, version)
  const isSearching = found.lost.status === 'searching'
  expectStatus(found, isSearching ? 'searching' : 'stopped')
  expectMember(found, isSearching ? 'counted' : 'TZ')
  checkDay('on', on, { today: moment.today, notBefore: found.lost.since, what: '失去联系日期' })
  const set = { foundOn: on, ...(remark === null ? {} : { remark }) }
  db.write((tx) => {
    takeStep(
      tx,
      {
        found,
        version,
        set: isSearching ? { ...set, status: 'found' } : set,
        member: { isLost: false, lostSince: null },
        happening: { on, reason: '取得联系', doc: null },
      },
      moment,
    )
    followMobility(tx, found.lost.memberId, 'away', moment)
  })
}
