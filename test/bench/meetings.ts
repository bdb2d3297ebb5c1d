import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { systemWriter } from '#db/audit/writer.ts'
import type { Database, ReadDb } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { listHeldMeetings } from '#db/queries/meetingDuties.ts'
import { officialDocument } from '#core/documents/layout.ts'
import { recordBook } from '#core/documents/meetingRecordBook.ts'
import { readMinutes } from '#core/documents/meetingValues.ts'
import { renderDocument } from '#core/documents/render.ts'
import { gridOf, readDutyGrid } from '#core/records/dutyGrid.ts'
import { readCompliance } from '#core/records/lifeCompliance.ts'
import { readAttendance } from '#core/records/meetingAttendance.ts'
import { meetingDetail } from '#core/records/meetingDetail.ts'
import { renewMeetingYears } from '#core/records/meetingYears.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'

interface MeetingFigures {
  /** A year's grid of all branches: sums over all, a page of 500 rows as it is sent. */
  readonly grid: readonly number[]
  /** A year's meetings of a branch with all that hangs on them, its findings and its attendance. */
  readonly recordBook: readonly number[]
  /** The same year's 记录本 of 85 meetings as a .docx, from reading to bytes. */
  readonly recordBookFile: readonly number[]
}

const key = Buffer.alloc(32, 1)
const at = '2026-11-21T02:00:00.000Z'
const years = [2022, 2023, 2024, 2025, 2026] as const
const today = dateOnly('2026-11-21')

/** Who comes, in those branches whose record books are read: the rolls of all would be most of the file and are never looked at. */
const roll = JSON.stringify(
  Array.from({ length: 30 }, (_, n) => ({
    memberId: null,
    name: `党员${n}`,
    isVoter: true,
    isFrail: n === 0,
    state: n % 9 === 0 ? 'excused' : 'present',
    reason: null,
    note: null,
    exempt: null,
    madeUpOn: null,
  })),
)

/** Seventy meetings of a branch in a year, with a gap here and there; by SQL, without the log. */
const fillSql = (branches: number) => `
  create temp table n(i integer primary key);
  insert into n with recursive up(i) as (select 0 union all select i + 1 from up where i < ${branches}) select i from up;
  insert into organizations (id, parent_id, position, tree_order, full_name, short_name, match_key, type, committee_seats,
      status, has_approval_right, is_weak, version, created_at, updated_at)
    select 'root', null, 0, 0, '街道党工委', '街道党工委', '街道党工委', 'DGW', null, 'active', 1, 0, 1, '${at}', '${at}';
  insert into organizations (id, parent_id, position, tree_order, full_name, short_name, match_key, type, committee_seats,
      status, has_approval_right, is_weak, version, created_at, updated_at)
    select 'b' || i, 'root', i, i * 3 + 1, '第' || i || '党支部', '第' || i || '党支部', '第' || i || '党支部', 'ZB', 3,
      'active', 0, 0, 1, '${at}', '${at}' from n where i < ${branches};
  insert into organizations (id, parent_id, position, tree_order, full_name, short_name, match_key, type, committee_seats,
      status, has_approval_right, is_weak, version, created_at, updated_at)
    select 'g' || b.i || '-' || g.i, 'b' || b.i, g.i, b.i * 3 + 2 + g.i, '党小组', g.i || '组', '组', 'XZ', null,
      'active', 0, 0, 1, '${at}', '${at}' from n b join n g on g.i < 2 where b.i < ${branches};
  insert into posts (id, organization_id, person_name, position, from_on, is_part_time, is_one_person_two_posts, version,
      created_at, updated_at)
    select 'p' || b.i || '-' || p.i, 'b' || b.i, '王书记', case p.i when 0 then 'SJ' else 'WY' end, '2020-03-10', 0, 0, 1,
      '${at}', '${at}' from n b join n p on p.i < 3 where b.i < ${branches};
  create temp table slots(no integer primary key, kind text, month integer, groupNo integer);
  insert into slots(kind, month) select 'committeeMeeting', i from n where i between 1 and 12;
  insert into slots(kind, month) select 'themeDay', i from n where i between 1 and 12;
  insert into slots(kind, month, groupNo) select 'groupMeeting', m.i, g.i from n m join n g on g.i < 2 where m.i between 1 and 12;
  insert into slots(kind, month) select 'branchMeeting', i * 3 from n where i between 1 and 4;
  insert into slots(kind, month) select 'lecture,themeDay', i * 3 - 1 from n where i between 1 and 4;
  insert into slots(kind, month) values ('organizationLife', 11), ('appraisal', 12);
  insert into slots(kind, month) select 'other', i from n where i between 1 and 12;
  create temp table y(year integer primary key);
  insert into y values ${years.map((year) => `(${year})`).join(', ')};
  insert into meetings (id, organization_id, group_id, kinds, title, held_on, start_time, place, host_name, recorder_name,
      should, present, roll, summary, is_secretary_lecturing, life_year, status, entered_on, finalized_on, is_imported,
      version, created_at, updated_at)
    select 'm' || b.i || '-' || y.year || '-' || s.no, 'b' || b.i,
      case when s.groupNo is not null then 'g' || b.i || '-' || s.groupNo end, s.kind, y.year || '年' || s.month || '月会议',
      y.year || printf('-%02d-%02d', s.month, 1 + (b.i + s.no) % 28), '09:00', '会议室', '王书记', '李委员', 30, 26,
      case when b.i % 100 = 0 then @roll end, '学习文件，讨论本月工作，研究为群众办实事的安排。',
      s.kind like 'lecture%' and s.month < 4, case when s.kind in ('organizationLife', 'appraisal') then y.year end,
      case when (b.i + s.no) % 41 = 0 then 'draft' else 'final' end, y.year || '-12-01', y.year || '-12-01', 0, 1,
      '${at}', '${at}'
    from n b join y join slots s where b.i < ${branches} and (b.i * 31 + y.year + s.no) % 97 > 0;
  insert into meeting_items (id, meeting_id, position, section, title, discussion, matter, should, present, agreed,
      agreed_in_writing, is_secret, is_passed, decision)
    select 'i' || id, id, 0, kinds, '研究本季度工作', '大家一致同意。', 'important', 30, 26, 26, 0, 0, 1, '会议决定：同意。'
    from meetings where kinds in ('branchMeeting', 'committeeMeeting');
`

function fill(file: string, branches: number): void {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  sqlite.pragma('temp_store = memory')
  sqlite.exec('begin')
  sqlite.exec(fillSql(branches).replace('@roll', `'${roll}'`))
  sqlite.exec('commit')
  sqlite.close()
}

function renew(db: Database, branches: number): void {
  for (const year of years)
    db.write((tx) =>
      renewMeetingYears(
        tx,
        Array.from({ length: branches }, (_, i) => ({ organizationId: `b${i}`, year })),
      ),
    )
}

function readBook(db: ReadDb, organizationId: string, year: number): void {
  for (const { id } of listHeldMeetings(db, organizationId, year)) meetingDetail(db, id)
  readCompliance(db, { organizationId, year }, today)
  readAttendance(db, { organizationId, year })
}

function timed(body: () => unknown): number {
  const started = performance.now()
  body()
  return performance.now() - started
}

const quiet = { report: () => undefined, breathe: () => Promise.resolve() }
const meetingsOfBook = 85

/** The branch's meetings of the year, some of them twice up to a full book. */
async function writeBook(db: ReadDb, organizationId: string, year: number): Promise<void> {
  const ids = listHeldMeetings(db, organizationId, year).map(({ id }) => id)
  const all = Array.from({ length: meetingsOfBook }, (_, n) => ids[n % ids.length] ?? '')
  const meetings = all.flatMap((id) => readMinutes(db, [id]))
  const organizationName = '第一党支部'
  const book = await recordBook({ organizationName, year, meetings, compiledOn: today }, quiet)
  const { sections, pageNumbers } = book
  await renderDocument(officialDocument({ title: '', subject: '', pageNumbers }, sections))
}

async function timedFile(body: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await body()
  return performance.now() - started
}

/** Milliseconds, each as often as it was measured, with five years of so many branches in a database of their own. */
export async function measureMeetings(branches: number): Promise<MeetingFigures> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-meetings-'))
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
    fill(file, branches)
    const ledger = open(false)
    const db = ledger.as(systemWriter('bench', () => instant(new Date(at))))
    renew(db, branches)
    const grid = (i: number) => {
      const year = years[i % years.length] ?? 2026
      const page = { year, only: null, offset: (i % 4) * 500, limit: 500 }
      JSON.stringify(gridOf(readDutyGrid(db.read, { organizationId: null, year, kind: null }, today), page))
    }
    for (let i = 0; i < 5; i += 1) grid(i)
    const recordBookFile = [
      await timedFile(() => writeBook(db.read, 'b0', 2026)),
      await timedFile(() => writeBook(db.read, 'b0', 2025)),
    ]
    const figures = {
      recordBookFile,
      grid: Array.from({ length: 40 }, (_, i) => timed(() => grid(i))),
      recordBook: Array.from({ length: 20 }, (_, i) =>
        timed(() => readBook(db.read, `b${(i * 100) % branches}`, years[i % years.length] ?? 2026)),
      ),
    }
    ledger.close()
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
