import type { ReadDb } from '#db/database.ts'
import { listSubjectsOf } from '#db/queries/reviewSubjects.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { gradeNames } from '#shared/domain/reviews/grades.ts'
import { shownText } from '../records/mobilityRows.ts'
import { readScheme } from '../records/reviewScoring.ts'

/** 述职测评 of a member or an organisation over the years, for their own pages. */
export function subjectsOf(db: ReadDb, { of, id }: RouteInput<'reviews.of'>): RouteOutput<'reviews.of'> {
  return {
    results: listSubjectsOf(db, of, id).map(({ grade, scheme, ...row }) => ({
      ...row,
      name: shownText(row.name, db),
      gradeName: grade === null ? null : gradeNames[readScheme(scheme).gradeSet][grade],
    })),
  }
}
