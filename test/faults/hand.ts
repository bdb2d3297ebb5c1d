import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { argv } from 'node:process'
import { anIdNo, anyList } from '../api/samples.ts'
import type { Acknowledgement } from './acknowledged.ts'
import { type FaultCore, openFaultCore, signIn } from './faultCore.ts'

/**
 * Works on a data folder until it is killed, telling what is saved. `hand.ts DIR SEED WHAT`, WHAT: the kinds of work to do,
 * `edit`, `import`, `backup`, joined by commas; `open` only opens (a migration, a first check).
 */
const [dataDir = '', seed = '1', what = 'edit'] = argv.slice(2)

/** Straight to the pipe: what was told must have been told before the kill. */
function tell(saved: Acknowledgement): void {
  writeSync(1, `${JSON.stringify(saved)}\n`)
}

const branch = '东环第一党支部'
const perImport = 40

function csv(mark: string, first: number): Uint8Array {
  const rows = Array.from({ length: perImport }, (_, i) => {
    const order = (first + i) % 1000
    const day = new Date(Date.UTC(1950, 0, 1 + Math.floor((first + i) / 1000))).toISOString().slice(0, 10)
    return `导入${i}号,${anIdNo(day, order)},${branch},${mark}`
  })
  return new TextEncoder().encode(['姓名,公民身份号码,所在党支部,毕业院校', ...rows].join('\n'))
}

async function edit(at: FaultCore): Promise<void> {
  const { rows } = await at.call('members.list', { ...anyList, text: '张三' })
  const row = rows[0]
  if (!row) throw new Error('the office has no 张三')
  const n = Number(row.record.remark ?? '0') + 1
  await at.call('members.update', { id: row.id, version: row.version, fields: { remark: String(n) } })
  tell({ did: 'edited', id: row.id, n })
}

async function importPeople(at: FaultCore, step: number): Promise<void> {
  const mark = `学校${seed}之${step}`
  const first = (Number(seed) * 997 + step * perImport) % 900_000
  const file = at.shelf.put({ name: 'people.csv', bytes: csv(mark, first) })
  tell({ did: 'importing', mark, people: perImport })
  const { previewId, report } = await at.call('imports.preview', {
    kind: 'roster',
    file,
    mode: 'addOnly',
    columns: {},
    skipSheets: [],
    branches: {},
    otherBranches: 'block',
    jobId: null,
  })
  if (report.counts.new !== perImport) throw new Error(`planned ${JSON.stringify(report.counts)}`)
  const { batch } = await at.call('imports.commit', { previewId, jobId: null })
  tell({ did: 'imported', mark, people: perImport })
  if (step % 2 === 0 || batch === null) return
  await at.call('imports.withdraw', { batchId: batch })
  tell({ did: 'undone', mark })
}

async function backup(at: FaultCore): Promise<void> {
  const { local } = await at.call('backup.make', { jobId: null })
  tell({ did: 'backedUp', id: local.id })
}

// What is killed writes none at its end: the next one would parse the program again.
flushCompileCache()
const at = openFaultCore(dataDir)
await signIn(at)
tell({ did: 'ready' })
const work: Readonly<Record<string, (at: FaultCore, step: number) => Promise<void>>> = {
  edit,
  import: importPeople,
  backup,
}
if (what === 'open') await at.core.close()
else
  for (let step = 0; ; step += 1) {
    const kinds = what.split(',')
    await work[kinds[step % kinds.length] ?? '']?.(at, step)
  }
