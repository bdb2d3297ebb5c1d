import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemWriter } from '#db/audit/writer.ts'
import type { Database, WriteDb } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import {
  getAnyDevelopmentFiles,
  insertDevelopmentFile,
  listDevelopmentFileIdsAfter,
} from '#db/queries/developmentFiles.ts'
import {
  insertDevelopmentMaterial,
  insertDevelopmentReview,
  insertDevelopmentStep,
  insertGuarantor,
} from '#db/queries/developmentPartWrites.ts'
import { insertOrganization } from '#db/queries/organizations.ts'
import { developmentContext, readDevelopment } from '#core/records/developmentReading.ts'
import { refreshDailyDevelopment } from '#core/records/developmentStatus.ts'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import { materialNos } from '#shared/domain/development/materials.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import { addDays, dateOnly, type DateOnly, instant } from '#shared/lib/dates.ts'

interface DevelopmentFigures {
  /** The rules alone, facts in memory. */
  readonly rules: number
  /** The first opening of a day, when little has changed since the day before. */
  readonly renewal: number
}

const at = instant(new Date('2026-11-21T02:00:00Z'))

/** A file that has come as far as its number says, with what goes with it. */
function addFile(tx: WriteDb, n: number, firstDay: DateOnly): void {
  const fileId = `file-${String(n).padStart(6, '0')}`
  const name = `${'王李张刘陈杨黄赵周吴'.charAt(n % 10)}${'伟芳娜敏静丽强磊军洋'.charAt((n / 10) % 10)}${n % 97}`
  insertDevelopmentFile(
    tx,
    { id: fileId, organizationId: 'branch', name, birthDate: dateOnly('1990-01-01') },
    at,
  )
  const part = { fileId, supersededBy: null, overrideReason: null, bodyId: null, bodyName: null }
  milestones.slice(0, (n % milestones.length) + 1).forEach((milestone, i) =>
    insertDevelopmentStep(tx, {
      ...part,
      id: `${fileId}-${milestone}`,
      milestone,
      doneOn: addDays(firstDay, (n % 200) + i * 30),
      place: null,
      people: null,
      docNo: null,
      opinion: null,
    }),
  )
  for (const [position, duty] of (['contact', 'contact', 'sponsor', 'sponsor'] as const).entries())
    insertGuarantor(tx, {
      id: `${fileId}-g${position}`,
      fileId,
      duty,
      memberId: null,
      name: '周介',
      fromOn: null,
      toOn: null,
      isKin: false,
      position,
    })
  for (let i = 0; i < 3; i += 1)
    insertDevelopmentReview(tx, {
      id: `${fileId}-r${i}`,
      fileId,
      kind: 'activist',
      reviewedOn: addDays(firstDay, 180 * (i + 1)),
      contactOpinion: null,
      branchOpinion: null,
      signedBy: null,
    })
  for (const materialNo of materialNos.slice(0, 12))
    insertDevelopmentMaterial(tx, {
      id: `${fileId}-${materialNo}`,
      fileId,
      materialNo,
      isPresent: true,
      isOriginal: true,
      copies: 1,
      pages: 2,
      formedOn: null,
      note: null,
    })
}

function fill(db: Database, files: number): void {
  db.write((tx) =>
    insertOrganization(tx, {
      id: 'branch',
      parentId: null,
      treeOrder: 0,
      position: 0,
      fullName: '第一党支部',
      shortName: '第一党支部',
      matchKey: '第一党支部',
      type: 'ZB',
      status: 'active',
      hasApprovalRight: false,
      isWeak: false,
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  )
  for (let from = 0; from < files; from += 500)
    db.write((tx) => {
      for (let n = from; n < Math.min(files, from + 500); n += 1) addFile(tx, n, dateOnly('2024-01-08'))
    })
}

async function timed(body: () => unknown): Promise<number> {
  const started = performance.now()
  await body()
  return performance.now() - started
}

/** Milliseconds for as many files, in a database of their own. */
export async function measureDevelopment(files: number): Promise<DevelopmentFigures> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-development-'))
  const ledger = openDatabase({
    file: join(dir, 'ledger.db'),
    key: Buffer.alloc(32, 1),
    create: true,
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
    beforeUpgrade: () => undefined,
    keepsHead: false,
  })
  try {
    const db = ledger.as(systemWriter('bench', () => at))
    fill(db, files)
    const renewOn = (today: string) => {
      const clock = { now: () => at, today: () => dateOnly(today) }
      return refreshDailyDevelopment(db, { clock, ids: { next: () => '' } }, new AbortController().signal)
    }
    await renewOn('2026-11-20')
    const renewal = await timed(() => renewOn('2026-11-21'))
    const all = getAnyDevelopmentFiles(db.read, listDevelopmentFileIdsAfter(db.read, '', files))
    const readings = readDevelopment(db.read, all)
    const context = developmentContext(db.read, dateOnly('2026-11-21'))
    const rules = await timed(() => {
      for (const { facts } of readings) developmentFindings(facts, context)
    })
    return { rules, renewal }
  } finally {
    ledger.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
