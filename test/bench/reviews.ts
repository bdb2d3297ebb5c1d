import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { systemWriter } from '#db/audit/writer.ts'
import { openDatabase } from '#db/open.ts'
import { scoreCampaign } from '#core/records/reviewScoring.ts'
import { schemeScores } from '#core/records/reviewViews.ts'
import { grades } from '#shared/domain/reviews/grades.ts'
import { countBySubject, type KeyedLine } from '#shared/domain/reviews/keying.ts'
import type { Mark } from '#shared/domain/reviews/marks.ts'
import { type BallotItem, itemsOf, type RatedComponent, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { instant } from '#shared/lib/dates.ts'

interface ReviewFigures {
  /** All scores of a campaign as they are sent: counts read, totals, ranks, suggestions. */
  readonly scores: readonly number[]
  /** Sums of all its ballots. */
  readonly count: readonly number[]
}

const key = Buffer.alloc(32, 1)
const at = '2026-11-21T02:00:00.000Z'
const people = 300
const ballots = 20_000

/** 街道班子 above; below 党员, 居民代表, 两代表一委员, 共建单位. */
const scheme: Scheme = {
  ...usualScheme(usualWeights.usual),
  components: usualScheme(usualWeights.usual).components.map((component) => {
    const [first] = component.kind === 'rated' && component.direction === 'down' ? component.groups : []
    if (component.kind === 'daily' || first === undefined) return component
    const groups = ['party', 'public', 'deputies', 'partners'].map((id, n) => ({
      ...first,
      id,
      name: id,
      weight: n === 0 ? 40_00 : 20_00,
    }))
    return { ...component, groups }
  }),
}

interface Pile {
  readonly component: RatedComponent
  readonly groupId: string
  readonly items: readonly BallotItem[]
  readonly lines: readonly KeyedLine[]
}

/** Told from the place alone, so that every run counts the same. */
function markAt({ by, most }: BallotItem, n: number): Mark {
  if (n % 29 === 0) return { is: 'empty' }
  if (by === 'points') return { is: 'points', hundredths: most - (n % 5) * 50 }
  return { is: 'grade', grade: grades[n % 7 < 5 ? 0 : n % 4] ?? 'best' }
}

function piles(): readonly Pile[] {
  const groups = scheme.components.flatMap((component) =>
    component.kind === 'daily' ? [] : component.groups.map(({ id }) => ({ component, groupId: id })),
  )
  return groups.map(({ component, groupId }, pile) => {
    const items = itemsOf(scheme, component.form)
    const lines = Array.from({ length: ballots / groups.length }, (_, n): KeyedLine => ({
      place: Math.floor(n / people) + 1,
      subjectId: `s${n % people}`,
      marks: Object.fromEntries(items.map((item, i) => [item.id, markAt(item, n * 13 + i * 7 + pile)])),
    }))
    return { component, groupId, items, lines }
  })
}

/** By SQL, without the log. */
function fill(file: string, all: readonly Pile[]): void {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  sqlite.exec('begin')
  sqlite.exec(`
    create temp table n(i integer primary key);
    insert into n with recursive up(i) as (select 0 union all select i + 1 from up where i < ${people - 1}) select i from up;
    insert into organizations (id, parent_id, position, tree_order, full_name, short_name, match_key, type, committee_seats,
        status, has_approval_right, is_weak, version, created_at, updated_at)
      select 'b' || i, null, i, i, '第' || i || '党支部', '第' || i || '党支部', '第' || i || '党支部', 'ZB', 3, 'active', 0, 0, 1,
        '${at}', '${at}' from n;
    insert into review_campaigns (id, organization_id, year, name, left_out_steps, version, created_at, updated_at)
      values ('c', 'b0', 2026, '述职测评', '', 1, '${at}', '${at}');
    insert into review_schemes (id, campaign_id, position, name, body, version, created_at, updated_at)
      values ('h', 'c', 0, '方案', '${JSON.stringify(scheme)}', 1, '${at}', '${at}');
    insert into review_subjects (id, campaign_id, scheme_id, organization_id, position, kind, name, veto_ids, version, created_at,
        updated_at) select 's' || i, 'c', 'h', 'b' || i, i, 'secretary', '书记' || i, '', 1, '${at}', '${at}' from n;
    insert into review_daily_scores (id, subject_id, part_id, hundredths)
      select 'd' || i, 's' || i, 'dailyScore', 8000 + i * 5 from n;`)
  const batch = sqlite.prepare(
    `insert into review_batches (id, campaign_id, scheme_id, organization_id, component_id, group_id, held_on, method, state,
       version, created_at, updated_at) values (?, 'c', 'h', 'b0', ?, ?, '2026-11-18', 'keying', 'closed', 1, '${at}', '${at}')`,
  )
  const paper = sqlite.prepare('insert into review_batch_subjects values (?, ?, ?, ?, ?, ?)')
  const count = sqlite.prepare('insert into review_counts values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const { component, groupId, items, lines } of all) {
    batch.run(groupId, component.id, groupId)
    for (const [subjectId, { valid, invalid, tally }] of Object.entries(countBySubject(lines, items))) {
      const { several, illegible, blank } = invalid
      const returned = valid + several + illegible + blank
      paper.run(`${groupId} ${subjectId}`, groupId, subjectId, 0, returned, returned)
      const voided = [several, illegible, blank]
      const sums = JSON.stringify(tally)
      count.run(subjectId, component.id, groupId, returned, returned, ...voided, sums)
    }
  }
  sqlite.exec('commit')
  sqlite.close()
}

function timed(body: () => unknown): number {
  const started = performance.now()
  body()
  return performance.now() - started
}

/** Milliseconds, each as often as it was measured: 300 people, five rater groups, 20,000 ballots. */
export function measureReviews(): ReviewFigures {
  const dir = mkdtempSync(join(tmpdir(), 'bench-reviews-'))
  const file = join(dir, 'ledger.db')
  const open = (create: boolean) =>
    openDatabase({
      file,
      key,
      create,
      migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
      beforeUpgrade: () => undefined,
      keepsHead: false,
    })
  try {
    open(true).close()
    const all = piles()
    fill(file, all)
    const ledger = open(false)
    const { read } = ledger.as(systemWriter('bench', () => instant(new Date(at))))
    const scores = () => JSON.stringify(schemeScores(scoreCampaign(read, 'c'), read))
    if (!scores().includes('"rank":300')) throw new Error('not everybody is ranked')
    for (let i = 0; i < 4; i += 1) scores()
    const figures = {
      scores: Array.from({ length: 40 }, () => timed(scores)),
      count: Array.from({ length: 5 }, () =>
        timed(() => {
          for (const { lines, items } of all) countBySubject(lines, items)
        }),
      ),
    }
    ledger.close()
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
