import { setImmediate } from 'node:timers/promises'
import type { Database, WriteDb } from '#db/database.ts'
import { getAnyDevelopmentFiles, listDevelopmentFileIdsAfter } from '#db/queries/developmentFiles.ts'
import {
  developmentFindingsOf,
  developmentRefreshedOn,
  developmentStatusOf,
  putDevelopmentFindings,
  putDevelopmentStatus,
  setDevelopmentRefreshedOn,
  type StoredDevelopmentStatus,
  touchDevelopmentStatus,
} from '#db/queries/developmentStatus.ts'
import { developmentDeadlines } from '#shared/domain/development/deadlines.ts'
import type { DevelopmentContext } from '#shared/domain/development/facts.ts'
import { type DevelopmentFinding, lastDoneStep } from '#shared/domain/development/judgement.ts'
import { nextMilestone } from '#shared/domain/development/plan.ts'
import { isFinalState } from '#shared/domain/development/states.ts'
import { worstSeverity } from '#shared/domain/finding.ts'
import type { Ports } from '../ports.ts'
import { findingsOfFile } from './developmentJudging.ts'
import { developmentContext, type DevelopmentReading, readDevelopment } from './developmentReading.ts'
import type { WriteMoment } from './memberStore.ts'
import { momentOf } from './moment.ts'
import { nameKeys } from './nameKeys.ts'

type Kept = StoredDevelopmentStatus | undefined

/** Pinyin is dear, and names seldom change. */
function keysOf(name: string, kept: Kept): Pick<StoredDevelopmentStatus, 'nameKey' | 'searchKeys'> {
  if (kept?.nameKey.endsWith(` ${name}`) === true) return kept
  const { sortKey, searchKeys } = nameKeys({ name, nameReading: null, formerName: null })
  return { nameKey: sortKey, searchKeys: searchKeys.map((key) => `|${key}`).join('') }
}

function statusOf(
  { file, facts, state }: DevelopmentReading,
  findings: readonly DevelopmentFinding[],
  context: DevelopmentContext,
  kept: Kept,
): StoredDevelopmentStatus {
  const deadlines = developmentDeadlines(facts, context)
  const { nameKey, searchKeys } = keysOf(file.name, kept)
  return {
    fileId: file.id,
    nameKey,
    searchKeys,
    state,
    lastStep: lastDoneStep(facts),
    nextMilestone: isFinalState(state) || facts.endedOn !== null ? null : nextMilestone(facts),
    deadlines: JSON.stringify(deadlines),
    dueOn: deadlines[0]?.on ?? null,
    mustOn: deadlines.find(({ kind }) => kind === 'due')?.on ?? null,
    worstSeverity: worstSeverity(findings),
    findingCount: findings.length,
    madeOn: context.today,
  }
}

function isSameStatus(kept: StoredDevelopmentStatus, made: StoredDevelopmentStatus): boolean {
  const stored = new Map<string, unknown>(Object.entries(kept))
  return Object.entries(made).every(([key, value]) => key === 'madeOn' || stored.get(key) === value)
}

/** Judges these files anew and writes what differs. Files in the trash keep what they had. */
function renew(tx: WriteDb, fileIds: readonly string[], context: DevelopmentContext): void {
  const files = getAnyDevelopmentFiles(tx, fileIds).filter(({ deletedAt }) => deletedAt === null)
  const ids = files.map(({ id }) => id)
  const [known, found] = [developmentStatusOf(tx, ids), developmentFindingsOf(tx, ids)]
  const unchanged: string[] = []
  for (const reading of readDevelopment(tx, files)) {
    const { id } = reading.file
    const kept = known.get(id)
    const findings = findingsOfFile(reading, context)
    const status = statusOf(reading, findings, context, kept)
    if (kept !== undefined && isSameStatus(kept, status)) unchanged.push(id)
    else putDevelopmentStatus(tx, status)
    putDevelopmentFindings(tx, id, findings, found.get(id) ?? [])
  }
  if (unchanged.length > 0) touchDevelopmentStatus(tx, unchanged, context.today)
}

/** After every write to a file or its parts: where it stands, what is due, what the rules found. */
export function renewDevelopment(
  tx: WriteDb,
  fileIds: readonly string[],
  { today }: Pick<WriteMoment, 'today'>,
): void {
  if (fileIds.length > 0) renew(tx, fileIds, developmentContext(tx, today))
}

const chunk = 500

/** Every file, after a change that all of them see: the working calendar. */
export function renewAllDevelopment(tx: WriteDb, { today }: Pick<WriteMoment, 'today'>): void {
  const context = developmentContext(tx, today)
  for (let after = ''; ;) {
    const ids = listDevelopmentFileIdsAfter(tx, after, chunk)
    const last = ids.at(-1)
    if (last === undefined) return
    renew(tx, ids, context)
    after = last
  }
}

/** Rules of 发展党员 look at the date, so the first opening of a day judges every file anew, some hundreds at a time. */
export async function refreshDailyDevelopment(
  db: Database,
  ports: Pick<Ports, 'clock' | 'ids'>,
  signal: AbortSignal,
): Promise<void> {
  const { today } = momentOf(ports)
  if (developmentRefreshedOn(db.read) === today) return
  const context = developmentContext(db.read, today)
  for (let after = ''; ;) {
    const ids = listDevelopmentFileIdsAfter(db.read, after, chunk)
    const last = ids.at(-1)
    if (last === undefined) break
    db.write((tx) => renew(tx, ids, context))
    after = last
    await setImmediate()
    if (signal.aborted) return
  }
  db.write((tx) => setDevelopmentRefreshedOn(tx, today))
}
