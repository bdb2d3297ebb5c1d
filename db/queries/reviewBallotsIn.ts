import type { ReadDb } from '../database.ts'

/**
 * Ballots that came back on each of these people, keyed ones included; not those of void batches, which are rated again. Without an
 * entry: none. The caller has seen the people to be in reach, or asks for its own scheme.
 */
export function ballotsOn(db: ReadDb, subjectIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = db.sql.all<{ id: string; n: number }>(
    `select s.subject_id as id, sum(max(s.returned, (select count(distinct k.place) from review_keyings k
       where k.batch_id = s.batch_id and k.subject_id = s.subject_id))) as n
     from review_batch_subjects s join review_batches b on b.id = s.batch_id
     where b.state <> 'void' and s.subject_id in (select value from json_each(@ids)) group by s.subject_id`,
    { ids: JSON.stringify(subjectIds) },
  )
  return new Map(rows.flatMap(({ id, n }) => (n > 0 ? [[id, n]] : [])))
}

/** Of all people under a scheme, in reach or not: with the first ballot it is frozen. */
export function ballotsUnderScheme(db: ReadDb, schemeId: string): number {
  const ids = db.sql.all<{ id: string }>('select id from review_subjects where scheme_id = @schemeId', {
    schemeId,
  })
  return [
    ...ballotsOn(
      db,
      ids.map(({ id }) => id),
    ).values(),
  ].reduce((sum, n) => sum + n, 0)
}

/** Whether any batch was opened on the person, whatever became of it. */
export function isInBatch(db: ReadDb, subjectId: string): boolean {
  return (
    db.sql.get('select 1 as found from review_batch_subjects where subject_id = @subjectId limit 1', {
      subjectId,
    }) !== undefined
  )
}

/** Whether sums of ballots are kept of anybody under a scheme, in reach or not: what they were shown as must not change. */
export function isCountedUnder(db: ReadDb, schemeId: string): boolean {
  return (
    db.sql.get(
      `select 1 as found from review_counts c join review_subjects s on s.id = c.subject_id
       where s.scheme_id = @schemeId limit 1`,
      { schemeId },
    ) !== undefined
  )
}

/** Whether a direction of anybody under a scheme, in reach or not, was counted with fewer valid ballots than that. */
export function hasFewUnder(db: ReadDb, schemeId: string, hideBelow: number): boolean {
  return (
    db.sql.get(
      `select 1 as found from review_counts c join review_subjects s on s.id = c.subject_id
       where s.scheme_id = @schemeId group by c.subject_id, c.component_id
       having sum(c.returned - c.several - c.illegible - c.blank) < @hideBelow limit 1`,
      { schemeId, hideBelow },
    ) !== undefined
  )
}

/** Directions of a scheme of which ballots are in, keyed ones included; not those of void batches. */
export function ratedUnderScheme(db: ReadDb, schemeId: string): ReadonlySet<string> {
  const rows = db.sql.all<{ id: string }>(
    `select distinct b.component_id as id from review_batches b
     where b.scheme_id = @schemeId and b.state <> 'void' and (
       exists (select 1 from review_batch_subjects s where s.batch_id = b.id and s.returned > 0)
       or exists (select 1 from review_keyings k where k.batch_id = b.id))`,
    { schemeId },
  )
  return new Set(rows.map(({ id }) => id))
}
