import type { DevelopmentFinding } from '#shared/domain/development/judgement.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, WriteDb } from '../database.ts'
import type { developmentFindings, developmentStatus } from '../schema/development.ts'

export type StoredDevelopmentStatus = typeof developmentStatus.$inferSelect
export type StoredDevelopmentFinding = typeof developmentFindings.$inferSelect

const among = 'in (select value from json_each(@ids))'

const statusColumns = `file_id as fileId, name_key as nameKey, search_keys as searchKeys, state, last_step as lastStep,
  next_milestone as nextMilestone, deadlines, due_on as dueOn, must_on as mustOn,
  worst_severity as worstSeverity, finding_count as findingCount, made_on as madeOn`

/** By file. The caller has read the files themselves, cut to the scope. */
export function developmentStatusOf(
  db: ReadDb,
  fileIds: readonly string[],
): ReadonlyMap<string, StoredDevelopmentStatus> {
  const rows = db.sql.all<StoredDevelopmentStatus>(
    `select ${statusColumns} from development_status where file_id ${among}`,
    { ids: JSON.stringify(fileIds) },
  )
  return new Map(rows.map((row) => [row.fileId, row]))
}

/** By file, each in the order the rules gave them. The caller has read the files themselves, cut to the scope. */
export function developmentFindingsOf(
  db: ReadDb,
  fileIds: readonly string[],
): ReadonlyMap<string, readonly StoredDevelopmentFinding[]> {
  const rows = db.sql.all<StoredDevelopmentFinding>(
    `select file_id as fileId, position, code, severity, message, basis, field, step
     from development_findings where file_id ${among} order by file_id, position`,
    { ids: JSON.stringify(fileIds) },
  )
  return Map.groupBy(rows, ({ fileId }) => fileId)
}

const putStatusSql = `insert into development_status (file_id, name_key, search_keys, state, last_step, next_milestone,
    deadlines, due_on, must_on, worst_severity, finding_count, made_on)
  values (@fileId, @nameKey, @searchKeys, @state, @lastStep, @nextMilestone,
    @deadlines, @dueOn, @mustOn, @worstSeverity, @findingCount, @madeOn)
  on conflict (file_id) do update set name_key = @nameKey, search_keys = @searchKeys, state = @state, last_step = @lastStep,
    next_milestone = @nextMilestone, deadlines = @deadlines, due_on = @dueOn, must_on = @mustOn,
    worst_severity = @worstSeverity, finding_count = @findingCount, made_on = @madeOn`

export function putDevelopmentStatus(db: WriteDb, row: StoredDevelopmentStatus): void {
  const params: SqlParams = { ...row }
  db.sql.run(putStatusSql, params)
}

/** Status of the same files is as good as new on this day. */
export function touchDevelopmentStatus(db: WriteDb, fileIds: readonly string[], today: DateOnly): void {
  db.sql.run(`update development_status set made_on = @today where file_id ${among}`, {
    ids: JSON.stringify(fileIds),
    today,
  })
}

const putFindingSql = `insert into development_findings (file_id, position, code, severity, message, basis, field, step)
  values (@fileId, @position, @code, @severity, @message, @basis, @field, @step)
  on conflict (file_id, position) do update set code = @code, severity = @severity, message = @message, basis = @basis,
    field = @field, step = @step`

/** Makes the findings of a file these; writes only what differs from `known`: most count a day more every day, and no more. */
export function putDevelopmentFindings(
  db: WriteDb,
  fileId: string,
  findings: readonly DevelopmentFinding[],
  known: readonly StoredDevelopmentFinding[],
): void {
  findings.forEach(({ code, severity, message, basis, field, step }, position) => {
    const old = known[position]
    const isSame =
      old?.code === code &&
      old.severity === severity &&
      old.message === message &&
      old.basis === basis &&
      old.field === field &&
      old.step === step
    if (!isSame) db.sql.run(putFindingSql, { fileId, position, code, severity, message, basis, field, step })
  })
  if (known.length > findings.length)
    db.sql.run('delete from development_findings where file_id = @fileId and position >= @from', {
      fileId,
      from: findings.length,
    })
}

const refreshedKey = 'development.refreshedOn'

/** The day every file was last judged; undefined when that was never, or when what the rules see has changed for all. */
export function developmentRefreshedOn(db: ReadDb): string | undefined {
  return db.sql.get<{ value: string }>('select value from database_facts where key = @key', {
    key: refreshedKey,
  })?.value
}

export function setDevelopmentRefreshedOn(db: WriteDb, today: string): void {
  db.sql.run(
    'insert into database_facts (key, value) values (@key, @today) on conflict (key) do update set value = @today',
    { key: refreshedKey, today },
  )
}
