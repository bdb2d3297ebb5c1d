import type { RecordKind } from '#shared/contract/activity.ts'
import type { AuditedTable } from './auditedTable.ts'

const ofCampaign = '(select organization_id from review_campaigns where id = row.campaign_id)'
const ofSubject = '(select organization_id from review_subjects where id = row.subject_id)'
const ofList = '(select organization_id from responsibility_lists where id = row.list_id)'
const subjectName = '(select name from review_subjects where id = row.subject_id)'
const listName =
  "(select o.short_name || l.year || '年党建责任清单' from responsibility_lists l join organizations o on o.id = l.organization_id where l.id = row.list_id)"

/** 双向述职双向测评 and the responsibility lists. What stands on ballots is never logged: see `unloggedReviewTables`. */
export function reviewTables(bookkeeping: readonly string[]): Readonly<Record<string, AuditedTable>> {
  const base = { key: 'id', secret: [] }
  const record = (kind: RecordKind, name: string, organization: string): AuditedTable => ({
    ...base,
    kind,
    name,
    organization,
    ignored: bookkeeping,
    undoInsert: 'trash',
  })
  const part = (kind: RecordKind, name: string, organization: string): AuditedTable => ({
    ...base,
    kind,
    name,
    organization,
    ignored: bookkeeping,
    undoInsert: 'delete',
  })
  const simple = (kind: RecordKind, name: string, organization: string): AuditedTable => ({
    ...part(kind, name, organization),
    ignored: [],
  })
  return {
    review_campaigns: record('reviewCampaign', 'row.name', 'row.organization_id'),
    review_schemes: part('reviewScheme', 'row.name', ofCampaign),
    review_subjects: part('reviewSubject', 'row.name', 'row.organization_id'),
    review_steps: simple('reviewStep', subjectName, ofSubject),
    review_comments: simple('reviewComment', subjectName, ofSubject),
    review_daily_scores: simple('reviewDailyScore', subjectName, ofSubject),
    review_batches: {
      ...part('reviewBatch', "row.held_on || '测评'", 'row.organization_id'),
      // Who keys is forgotten with the lines: the log must not remember it either.
      ignored: [...bookkeeping, 'first_keyer_id', 'second_keyer_id'],
    },
    review_batch_subjects: simple('reviewBatchSubject', subjectName, ofSubject),
    review_rectifications: record('reviewRectification', 'substr(row.problem, 1, 30)', ofSubject),
    responsibility_lists: record(
      'responsibilityList',
      "(select short_name from organizations where id = row.organization_id) || row.year || '年党建责任清单'",
      'row.organization_id',
    ),
    responsibility_goals: simple('responsibilityGoal', listName, ofList),
    responsibility_checks: simple('responsibilityCheck', listName, ofList),
  }
}

/** Tables of ballots, and why they are not logged (REV-06). */
export const unloggedReviewTables: Readonly<Record<string, string>> = {
  review_counts: 'sums of ballots: what was added when would give single batches away',
  review_opinions: 'words on ballots: when they came would give their writers away',
  review_keyings: 'ballots being keyed, gone for good when the batch is closed',
}
