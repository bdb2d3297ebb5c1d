import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { cliPorts } from '../../electron/cli/cliPorts.ts'
import { measureAuditLog } from './auditLog.ts'
import { measureBridge, measureLedgers, type Meter } from './ledgers.ts'
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

function quantiles(name: string, samples: number[]): void {
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

const listBase = {
  organizationId: null,
  text: null,
  sort: { field: 'name', descending: false },
  limit: 100,
} as const
const counted = [{ op: 'in' as const, field: 'partyStatus' as const, values: ['ZC', 'LC', 'ZZQL', 'XQ'] }]

async function measureList(desk: Desk): Promise<void> {
  const { nodes } = await call(desk, 'organizations.tree', { includeEnded: false })
  const pages = Array.from({ length: 60 }, (_, i) => Math.floor((size * i) / 60))
  const list = (input: Partial<RouteInput<'members.list'>>) => () =>
    call(desk, 'members.list', { ...listBase, filters: counted, offset: 0, ...input })
  await sample(
    'list page',
    pages.map((offset) => list({ offset })),
  )
  await sample(
    'list page of a branch',
    nodes
      .filter(({ type }) => type === 'ZB')
      .slice(0, 40)
      .map(({ id }) => list({ organizationId: id })),
  )
  await sample(
    'list page of a community',
    nodes
      .filter(({ type }) => type === 'SQW')
      .flatMap(({ id }) => Array.from({ length: 5 }, () => list({ organizationId: id }))),
  )
  await sample(
    'list page by finding',
    Array.from({ length: 30 }, () =>
      list({ filters: [...counted, { op: 'finding', code: 'BIRTH_MISMATCH' }] }),
    ),
  )
  await sample(
    'list page by branch order',
    Array.from({ length: 20 }, (_, i) =>
      list({ offset: Math.floor((size * i) / 20), sort: { field: 'organizationId', descending: false } }),
    ),
  )
  await sample(
    'list page by text',
    ['zs', 'zhang', '王', '1968', '0012', '138', '春晖'].flatMap((text) =>
      Array.from({ length: 4 }, () => list({ text })),
    ),
  )
  await sample(
    'organizations tree',
    Array.from({ length: 10 }, () => () => call(desk, 'organizations.tree', { includeEnded: false })),
  )
}

const keystrokes = [
  'z',
  'zh',
  'zhang',
  'zhangw',
  'w',
  'wx',
  'wxm',
  'l',
  'li',
  'liu',
  '王',
  '王小',
  '张',
  '伟',
  '建国',
  'zeng',
  'ouy',
  '19',
  '1960',
  '196001',
  '138',
  '1391',
  '0012',
  '东环',
  '东环社区第一',
  '园林',
]

async function measureSearch(desk: Desk): Promise<void> {
  const inputs = keystrokes.flatMap((text) =>
    Array.from({ length: 6 }, () => () => call(desk, 'members.search', { text, limit: 20 })),
  )
  await sample('search keystroke', inputs)
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

/** Questions about days of the last ten years: pages, counts, voters, one person's 经历. */
async function measureAsOf(desk: Desk): Promise<void> {
  const { nodes } = await call(desk, 'organizations.tree', { includeEnded: false })
  const branches = nodes.filter(({ type }) => type === 'ZB').slice(0, 40)
  const communities = nodes.filter(({ type }) => type === 'SQW')
  const days = Array.from({ length: 40 }, (_, i) => dateOnly(`${2016 + (i % 10)}-0${(i % 9) + 1}-15`))
  const page = (input: Partial<RouteInput<'memberships.list'>>) => () =>
    call(desk, 'memberships.list', {
      organizationId: null,
      on: dateOnly('2020-12-31'),
      personType: null,
      status: null,
      sort: 'branch',
      offset: 0,
      limit: 100,
      ...input,
    })
  const part = (i: number) => Math.floor((size * i) / 40)
  await sample(
    'as of: page',
    days.map((on, i) => page({ on, offset: part(i) })),
  )
  await sample(
    'as of: page of a community by name',
    days.map((on, i) =>
      page({ on, sort: 'name', organizationId: communities[i % communities.length]?.id ?? null }),
    ),
  )
  await sample(
    'as of: page by status',
    days.map((on) => page({ on, status: 'LC' })),
  )
  await sample(
    'as of: counts of the tree',
    days.map((on) => () => call(desk, 'memberships.counts', { on })),
  )
  await sample(
    'as of: voters of a branch',
    branches.map(
      ({ id }, i) =>
        () =>
          call(desk, 'memberships.voters', {
            organizationId: id,
            on: days[i % 40] ?? dateOnly('2020-12-31'),
          }),
    ),
  )
  const { ids } = await call(desk, 'members.listIds', {
    organizationId: branches[0]?.id ?? null,
    text: null,
    filters: [],
    sort: { field: 'name', descending: false },
  })
  await sample(
    'timeline of a member',
    ids.slice(0, 40).map((id) => () => call(desk, 'memberships.ofMember', { id })),
  )
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
  if (only === undefined) {
    await measureList(desk)
    await measureSearch(desk)
    if (process.env['BENCH_IMPORT'] !== '0') await measureImport(desk)
    await measureDocument(desk)
  }
  await measureAsOf(desk)
  const meter: Meter = { call: (route, input) => call(desk, route, input), sample, timed }
  await measureLedgers(meter)
  await measureBridge(meter)
  if (only === undefined) await timed('backup', () => call(desk, 'backup.make', { jobId: null }))
  await timed('close with backup', () => desk.core.close())
  const log = only === undefined ? measureAuditLog(size) : { verify: 0, page: 0, pageByName: 0 }
  figures['audit verify per 100,000 entries'] = (log.verify * 100_000) / size
  figures['audit page'] = log.page
  figures['audit page by name'] = log.pageByName
  figures['memory peak MB'] = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify(figures))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
