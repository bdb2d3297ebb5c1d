import type { ReadDb } from '#db/database.ts'
import { scopeRoot } from '#db/queries/scope.ts'
import { getAnyGuide, listGuidesOf, type StoredGuide } from '#db/queries/topicGuides.ts'
import type { TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import { shownTexts } from './developmentRows.ts'
import { type OrganizationTree, readAnyOrganizationTree } from './organizationTree.ts'

/**
 * Guides in reach: one's own and those of below, and those the organisations above give to everybody under them, which are read but not
 * written here. Newest month first.
 */
export function readTopicGuides(db: ReadDb, year: number | null): readonly TopicGuideRow[] {
  const tree = readAnyOrganizationTree(db)
  return listGuidesOf(db, readableFrom(db, tree), year).map((guide) => guideRow(db, guide, tree))
}

/** Undefined where it is in the trash, or given by an organisation neither in reach nor above. */
export function readTopicGuide(db: ReadDb, id: string): TopicGuideRow | undefined {
  const guide = getAnyGuide(db, id)
  if (!guide) return undefined
  const tree = readAnyOrganizationTree(db)
  return (readableFrom(db, tree)?.includes(guide.organizationId) ?? true)
    ? guideRow(db, guide, tree)
    : undefined
}

function readableFrom(db: ReadDb, tree: OrganizationTree): readonly string[] | null {
  const root = scopeRoot(db)
  if (root === null || db.scope === null) return null
  return [...db.scope, ...tree.path(root).map(({ id }) => id)]
}

function guideRow(db: ReadDb, guide: StoredGuide, tree: OrganizationTree): TopicGuideRow {
  const { id, version, organizationId, year, month, title, study, activities, demands, docNo, issuedOn } =
    guide
  const fields = { organizationId, year, month, title, study, activities, demands, docNo, issuedOn }
  const shown = shownTexts(fields, ['title', 'study', 'activities', 'demands', 'docNo'], db)
  return { ...shown, id, version, organizationName: tree.get(organizationId)?.shortName ?? '' }
}
