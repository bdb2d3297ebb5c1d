import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Database } from '#db/database.ts'
import { scoreCampaign } from '#core/records/reviewScoring.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { addStreet, aLedger } from './auditLedger.ts'

const at = '2026-11-21T02:00:00.000Z'
const points = [95n, 80n, 65n, 40n]

const four = fc.tuple(
  fc.integer({ min: 5, max: 90 }),
  fc.nat({ max: 90 }),
  fc.nat({ max: 90 }),
  fc.nat({ max: 20 }),
)

const person = fc.record({
  superiors: four,
  party: four,
  residents: fc.option(four),
  abstained: fc.nat({ max: 9 }),
  blank: fc.nat({ max: 9 }),
  daily: fc.nat({ max: 100_00 }),
})

type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

/** One campaign, everybody rated by three groups, as closing leaves it. */
function store(db: Database, people: readonly Person[]): void {
  const row = { version: 1, at }
  db.write((tx) => {
    tx.sql.run(
      `insert into review_campaigns (id, organization_id, year, name, left_out_steps, version, created_at, updated_at)
       values ('c', 'east1', 2026, '述职测评', '', @version, @at, @at)`,
      row,
    )
    tx.sql.run(
      `insert into review_schemes (id, campaign_id, position, name, body, version, created_at, updated_at)
       values ('h', 'c', 0, '方案', @body, @version, @at, @at)`,
      { ...row, body: JSON.stringify(usualScheme(usualWeights.usual)) },
    )
    for (const [n, one] of people.entries()) {
      const id = `s${n}`
      tx.sql.run(
        `insert into review_subjects (id, campaign_id, scheme_id, organization_id, position, kind, name, veto_ids, version,
           created_at, updated_at) values (@id, 'c', 'h', 'east1', @n, 'secretary', '书记', '', @version, @at, @at)`,
        { ...row, id, n },
      )
      tx.sql.run(
        `insert into review_daily_scores (id, subject_id, part_id, hundredths) values (@id, @id, 'dailyScore', @daily)`,
        { id, daily: one.daily },
      )
      const { abstained, blank } = one
      for (const [groupId, counts] of [
        ['superiors', one.superiors],
        ['party', one.party],
        ['public', one.residents],
      ] as const) {
        if (counts === null) continue
        const [best, good, fair, poor] = counts
        const returned = best + good + fair + poor + abstained + blank
        const overall = { by: 'grades', counts: { best, good, fair, poor }, abstained }
        tx.sql.run(
          'insert into review_counts values (@id, @componentId, @groupId, @returned, @returned, 0, 0, @blank, @tally)',
          {
            id,
            groupId,
            componentId: groupId === 'superiors' ? 'up' : 'down',
            returned,
            blank,
            tally: JSON.stringify({ overall }),
          },
        )
      }
    }
  })
}

interface Fraction {
  readonly sum: bigint
  readonly votes: bigint
}

const meanOf = (counts: readonly number[]): Fraction => ({
  sum: counts.reduce((sum, count, i) => sum + BigInt(count) * (points[i] ?? 0n), 0n),
  votes: BigInt(counts.reduce((sum, count) => sum + count, 0)),
})

/** 0.3U + 0.3D' + 0.4R as one fraction, rounded half up to hundredths once. */
function byHand(u: Fraction, d: Fraction, q: Fraction | null, daily: number): number {
  const [top, bottom] =
    q === null ? [d.sum, d.votes] : [7n * d.sum * q.votes + 3n * q.sum * d.votes, 10n * d.votes * q.votes]
  const denominator = 10n * u.votes * bottom * 100n
  const numerator = (3n * u.sum * bottom + 3n * top * u.votes) * 100n + 4n * BigInt(daily) * u.votes * bottom
  return Number((numerator * 200n + denominator) / (2n * denominator))
}

it('whatever is counted, the stored sums of a whole campaign make the scores and ranks worked out by hand', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 3, maxLength: 30 }), (people) => {
      const { db, ledger } = aLedger()
      addStreet(db)
      store(db, people)
      const expected = people.map(({ superiors, party, residents, daily }) =>
        byHand(meanOf(superiors), meanOf(party), residents === null ? null : meanOf(residents), daily),
      )
      const rows = [...scoreCampaign(db.read, 'c').people.values()].map((each) => each.row)
      ledger.close()
      expect(rows.map(({ hundredths }) => hundredths)).toEqual(expected)
      expect(rows.map(({ rank }) => rank)).toEqual(
        expected.map((score) => 1 + expected.filter((other) => other > score).length),
      )
    }),
    { numRuns: 6 },
  )
})
