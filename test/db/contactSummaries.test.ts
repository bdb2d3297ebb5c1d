import { expect, it } from 'vitest'
import { seededRandom } from '#core/demo/random.ts'
import { contactFact } from '#core/records/mobilityJudging.ts'
import { contactsOf, contactSummariesOf } from '#db/queries/mobility.ts'
import { insertContact, insertMobility } from '#db/queries/mobilityWrites.ts'
import { contactWays } from '#shared/domain/mobility.ts'
import { summariseContacts } from '#shared/domain/mobilityDue.ts'
import { addDays, dateOnly, instant } from '#shared/lib/dates.ts'
import { aLedger } from './auditLedger.ts'

const at = instant(new Date('2026-11-01T02:00:00Z'))

it('the database sums a log of contacts up as the rules do', () => {
  const { db } = aLedger()
  const random = seededRandom(11)
  const ids = Array.from({ length: 60 }, (_, i) => `record-${i}`)
  db.write((tx) => {
    for (const recordId of ids) {
      insertMobility(tx, { id: recordId, direction: 'LR', status: 'away', isRegistered: true }, at)
      for (let n = random.below(7); n > 0; n -= 1) {
        const contact = {
          contactedOn: addDays(dateOnly('2026-01-01'), random.below(8)),
          way: random.pick(contactWays),
          isReached: random.chance(0.4),
          contactPerson: null,
          content: null,
        }
        insertContact(tx, { ...contact, id: `${recordId} ${n}`, recordId }, at)
      }
    }
  })
  const asked = ids.slice(0, 50)
  const logs = Map.groupBy(contactsOf(db.read, asked), ({ recordId }) => recordId)
  const expected = [...logs].map(([id, log]) => [id, summariseContacts(log.map(contactFact))] as const)
  const summaries = contactSummariesOf(db.read, asked)
  expect(summaries).toEqual(new Map(expected))
  expect(new Set([...summaries.values()].map(({ unanswered }) => unanswered)).size).toBeGreaterThan(3)
})
