import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { keyFile } from '#core/system/keyFile.ts'
import { keyOf } from '#core/system/keyRing.ts'
import { unwrapKey } from '#core/system/keyWrap.ts'
import { seededRandom } from '../../electron/core/demo/random.ts'

interface Person {
  readonly id: string
  readonly branch: string
}

/**
 * Ten years in which a tenth of the people changes branch each year and one in two hundred is under 留党察看 for a year, written
 * into the file of a filled demo without its log: what the queries as of a day have to read through.
 */
export async function liveTenYears(
  dataDir: string,
  account: { readonly user: string; readonly password: string },
  lastYear: number,
): Promise<number> {
  const wrapped = keyOf(keyFile(dataDir, join(dataDir, 'ledger.db')).read(), account.user)
  const key = wrapped && (await unwrapKey(wrapped, account.password))
  if (!key) throw new Error('the key did not open')
  const sqlite = new Sqlite(join(dataDir, 'ledger.db'))
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  const random = seededRandom(11)
  const branches = sqlite
    .prepare("select id from organizations where type = 'ZB' and deleted_at is null")
    .pluck()
    .all()
    .map(String)
  const people = sqlite
    .prepare<[], Person>(
      'select member_id as id, organization_id as branch from memberships where to_on is null',
    )
    .all()
  const at = '2026-01-01T00:00:00.000Z'
  const stay = sqlite.prepare(
    `insert into memberships (id, member_id, organization_id, from_on, to_on, start_basis, full_from, entered_by, left_by, version, created_at, updated_at)
     select @id, member_id, @branch, @from, @to, 'event', full_from, 'NB', 'NB', 1, @at, @at from memberships where member_id = @member limit 1`,
  )
  const shorten = sqlite.prepare(
    'update memberships set from_on = @from where member_id = @member and to_on is null',
  )
  const status = sqlite.prepare(
    `insert into status_spells (id, member_id, organization_id, status, from_on, to_on, version, created_at, updated_at)
     values (@id, @member, @branch, 'LC', @from, @to, 1, @at, @at)`,
  )
  let moves = 0
  sqlite.transaction(() => {
    for (const { id: member, branch } of people) {
      const days: string[] = []
      for (let year = lastYear - 9; year <= lastYear; year += 1)
        if (random.chance(0.1))
          days.push(`${year}-${month(random.below(9) + 1)}-${month(random.below(28) + 1)}`)
      days.forEach((to, i) => {
        const from = days[i - 1] ?? `${lastYear - 20}-07-01`
        stay.run({ id: `s${(moves += 1)}`, branch: random.pick(branches), from, to, at, member })
      })
      const last = days.at(-1)
      if (last !== undefined) shorten.run({ from: last, member })
      if (random.chance(0.005)) {
        const year = lastYear - 9 + random.below(9)
        status.run({
          id: `p${(moves += 1)}`,
          branch,
          from: `${year}-03-01`,
          to: `${year + 1}-03-01`,
          at,
          member,
        })
      }
    }
  })()
  sqlite.close()
  return moves
}

const month = (n: number) => String(n).padStart(2, '0')
