import type { ReadDb } from '../database.ts'
import { andInScope } from './scope.ts'

export interface PapersOn {
  readonly subjectId: string
  readonly componentId: string
  readonly issued: number
  readonly returned: number
  readonly several: number
  readonly illegible: number
  readonly blank: number
}

/** Papers of all closed batches on these people by direction, rater groups added up; as far as in reach. */
export function papersOn(db: ReadDb, subjectIds: readonly string[]): readonly PapersOn[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<PapersOn>(
    `select c.subject_id as subjectId, c.component_id as componentId, sum(c.issued) as issued, sum(c.returned) as returned,
       sum(c.several) as several, sum(c.illegible) as illegible, sum(c.blank) as blank
     from review_counts c join review_subjects s on s.id = c.subject_id
     where c.subject_id in (select value from json_each(@ids))${mine.sql}
     group by c.subject_id, c.component_id`,
    { ids: JSON.stringify(subjectIds), ...mine.params },
  )
}
