import type { ReadDb } from '../database.ts'
import { getStoredCampaign } from './reviewCampaigns.ts'
import { andInScope } from './scope.ts'

export interface SubjectWithPlace {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly fullName: string
}

/** Those of a scheme in the caller's organisations, beside what a workbook may call their organisation. */
export function subjectsWithPlaces(
  db: ReadDb,
  campaignId: string,
  schemeId: string,
): readonly SubjectWithPlace[] {
  if (!getStoredCampaign(db, campaignId)) return []
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<SubjectWithPlace>(
    `select s.id, s.name, o.short_name as shortName, o.full_name as fullName
     from review_subjects s join organizations o on o.id = s.organization_id
     where s.campaign_id = @campaignId and s.scheme_id = @schemeId${mine.sql} order by s.position, s.id`,
    { campaignId, schemeId, ...mine.params },
  )
}
