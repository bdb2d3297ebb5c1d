import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemWriter } from '#db/audit/writer.ts'
import { fillDemo } from '#core/demo/fillDemo.ts'
import { tempDir, testPorts } from '../api/testCore.ts'
import { now, open, raw } from './salvageSample.ts'

const mostIds = 90_000

/** Everything but the log of a small demo, ids replaced by the names of people and organisations they stand for. */
function contents(idAt: (n: number) => number): ReadonlyMap<string, readonly string[]> {
  const file = join(tempDir(), 'ledger.db')
  const ledger = open(file)
  let given = 0
  const ids = { next: () => `id-${idAt((given += 1))}` }
  fillDemo(ledger.as(systemWriter('test', now)), { members: 80, seed: 1 }, { ...testPorts().ports, ids })
  ledger.close()
  const sqlite = raw(file)
  const texts = (sql: string) => sqlite.prepare<[], string>(sql).pluck().all()
  const names = new Map(
    [
      ...texts(`select id || ' ' || name || id_no from members`),
      ...texts(`select id || ' ' || full_name from organizations`),
    ].map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' '))]),
  )
  const named = (row: unknown) => JSON.stringify(row).replaceAll(/id-\d+/g, (id) => names.get(id) ?? 'id')
  const tables = texts(
    `select name from pragma_table_list where schema = 'main' and type = 'table'
       and name not like 'sqlite%' and name not like 'audit%' and name <> 'database_facts'`,
  )
  const found = tables.map((table): [string, readonly string[]] => [
    table,
    sqlite.prepare(`select * from "${table}"`).all().map(named).toSorted(),
  ])
  sqlite.close()
  return new Map(found)
}

it('a demo made again of the same seed is the same, whatever the order of its ids', () => {
  const up = contents((n) => 10_000 + n)
  expect([...up.values()].flat().length).toBeGreaterThan(2000)
  expect(contents((n) => 10_000 + mostIds - n)).toEqual(up)
})
