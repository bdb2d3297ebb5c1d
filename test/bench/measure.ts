import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { cliPorts } from '../../electron/cli/cliPorts.ts'
import { measureAuditLog } from './auditLog.ts'
import { measureAsOf } from './asOf.ts'
import { measureDevelopment } from './development.ts'
import { measureBridge, measureLedgers } from './ledgers.ts'
import { measureMeetings } from './meetings.ts'
import type { Meter } from './meter.ts'
import { measureReviews } from './reviews.ts'
import { measureList, measureSearch } from './rosterLists.ts'
import { rosterWorkbook } from './rosterWorkbook.ts'
import { liveTenYears } from './tenYears.ts'

/** One size, measured through `core.call`, as the screens do it. Prints figures as JSON: milliseconds, megabytes. */
const size = Number(process.argv[2])
const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
const shelf = createFileShelf()
const account = { user: 'bench', password: 'Measure-2026' } as const
const figures: Record<string, number> = {}

interface Desk {
  readonly core: Core
  readonly session: Session
}

function openDesk(): Desk {
  const core = createCore({ dataDir, appVersion: 'bench', shell: 'cli' }, cliPorts(shelf))
  return { core, session: core.openSession() }
}

async function call<R extends RouteName>(
  { core, session }: Desk,
  route: R,
  input: RouteInput<R>,
): Promise<RouteOutput<R>> {
  const result = await core.call(route, input, session)
  if (!result.ok) throw new Error(`${route}: ${JSON.stringify(result.error)}`)
  return result.data as RouteOutput<R> // the router answers what this route's handler returned
}

async function timed<T>(name: string, body: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const answer = await body()
  figures[name] = performance.now() - started
  return answer
}

function quantiles(name: string, samples: readonly number[]): void {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
  figures[`${name} p50`] = at(0.5)
  figures[`${name} p95`] = at(0.95)
}

async function sample(name: string, inputs: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const warm of inputs.slice(0, 5)) await warm()
  const samples: number[] = []
  for (const run of inputs) {
    const started = performance.now()
    await run()
    samples.push(performance.now() - started)
  }
  quantiles(name, samples)
}

async function measureImport(desk: Desk): Promise<void> {
  const rows = Math.min(size, 10_000)
  const file = shelf.put({ name: 'bench.xlsx', bytes: await rosterWorkbook(rows) })
  const per10k = 10_000 / rows
  const preview = await timed('import preview per 10,000', () =>
    call(desk, 'imports.preview', {
      kind: 'roster',
      file,
      mode: 'addAndUpdate',
      columns: {},
      skipSheets: [],
      branches: {},
      otherBranches: 'create',
      jobId: null,
    }),
  )
  await timed('import commit per 10,000', () =>
    call(desk, 'imports.commit', { previewId: preview.previewId, jobId: null }),
  )
  const { rows: newest } = await call(desk, 'activity.list', {
    accountId: null,
    kind: null,
    from: null,
    to: null,
    text: null,
    offset: 0,
    limit: 1,
  })
  await timed('import undo per 10,000', () => call(desk, 'activity.undo', { seq: newest[0]?.seq ?? 0 }))
  for (const name of ['import preview per 10,000', 'import commit per 10,000', 'import undo per 10,000'])
    figures[name] = (figures[name] ?? 0) * per10k
}

async function measureDocument(desk: Desk): Promise<void> {
  const { nodes } = await call(desk, 'organizations.tree', { includeEnded: false })
  // A roster is printed for a branch or a community; the smallest organisation with 1,000 people, or all there are.
  const people = (node: (typeof nodes)[number]) => node.total.full + node.total.probationary
  const scope =
    nodes.filter((node) => people(node) >= 1000).toSorted((a, b) => people(a) - people(b))[0] ?? nodes[0]
  const { rows } = await timed('docx roster per 1,000', () =>
    call(desk, 'documents.exportRoster', {
      organizationId: scope?.id ?? null,
      format: 'docx',
      unmasked: false,
      purpose: null,
      columns: null,
      asOf: null,
      jobId: null,
    }),
  )
  figures['docx roster per 1,000'] = ((figures['docx roster per 1,000'] ?? 0) * 1000) / Math.max(rows, 1)
}

const only = process.env['BENCH_ONLY']

try {
  const first = openDesk()
  await call(first, 'accounts.createFirst', {
    administrator: { user: 'sysadmin', displayName: '测试管理员', password: 'Manage-2026' },
    clerk: { ...account, displayName: '测试' },
  })
  await timed('fill demo', () => call(first, 'system.fillDemo', { members: size, seed: 7 }))
  await first.core.close()
  await liveTenYears(dataDir, account, new Date().getUTCFullYear())
  figures['database MB'] = statSync(join(dataDir, 'ledger.db')).size / 2 ** 20
  const desk = openDesk()
  await timed('cold open with password', () => call(desk, 'accounts.signIn', account))
  const meter: Meter = { size, call: (route, input) => call(desk, route, input), sample, timed }
  if (only === undefined) {
    await measureList(meter)
    await measureSearch(meter)
    if (process.env['BENCH_IMPORT'] !== '0') await measureImport(desk)
    await measureDocument(desk)
  }
  await measureAsOf(meter)
  await measureLedgers(meter)
  await measureBridge(meter)
  if (only === undefined) await timed('backup', () => call(desk, 'backup.make', { jobId: null }))
  await timed('close with backup', () => desk.core.close())
  const log = only === undefined ? measureAuditLog(size) : { verify: 0, page: 0, pageByName: 0 }
  // Files of 发展党员 are a tenth of the members at the most.
  const files = Math.min(size, 10_000)
  const development = only === undefined ? await measureDevelopment(files) : { rules: 0, renewal: 0 }
  figures['development rules per 10,000'] = (development.rules * 10_000) / files
  figures['development renewal per 10,000'] = (development.renewal * 10_000) / files
  figures['audit verify per 100,000 entries'] = (log.verify * 100_000) / size
  figures['audit page'] = log.page
  figures['audit page by name'] = log.pageByName
  if (only === undefined) {
    // A branch has 50 members at the most: 2,000 branches and 700,000 meetings where there are 100,000 people.
    const meetings = await measureMeetings(Math.ceil(size / 50))
    quantiles('meetings: grid of a year', meetings.grid)
    quantiles('meetings: reading a record book', meetings.recordBook)
    quantiles('meetings: a record book as a file', meetings.recordBookFile)
    const reviews = measureReviews()
    quantiles('reviews: scores of 300 people', reviews.scores)
    quantiles('reviews: counting 20,000 ballots', reviews.count)
  }
  figures['memory peak MB'] = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify(figures))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
