import type { RecordKind } from '#shared/contract/activity.ts'
import type { AuditedTable } from './auditedTable.ts'

const nameOfMeeting = "(select held_on || ' ' || title from meetings where id = row.meeting_id)"
const ofMeeting = '(select organization_id from meetings where id = row.meeting_id)'
const yearOf = (words: string) =>
  `(select short_name from organizations where id = row.organization_id) || row.year || '${words}'`

/** 组织生活: meetings with their parts, plans, 组织生活会, 民主评议, 谈心谈话. `bookkeeping`: columns that say nothing of the record. */
export function meetingTables(bookkeeping: readonly string[]): Readonly<Record<string, AuditedTable>> {
  const record = (kind: RecordKind, name: string): AuditedTable => ({
    kind,
    key: 'id',
    name,
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'trash',
  })
  const part = (kind: RecordKind, name: string, organization: string): AuditedTable => ({
    kind,
    key: 'id',
    name,
    organization,
    ignored: [],
    secret: [],
    undoInsert: 'delete',
  })
  const ofParent = (table: string, column: string) =>
    `(select organization_id from ${table} where id = row.${column})`
  return {
    meetings: record('meeting', "row.held_on || ' ' || row.title"),
    meeting_items: part('meetingItem', nameOfMeeting, ofMeeting),
    meeting_versions: part('meetingVersion', nameOfMeeting, ofMeeting),
    follow_ups: part(
      'followUp',
      "coalesce((select held_on || ' ' || title from meetings where id = row.subject_id), row.what)",
      'row.organization_id',
    ),
    meeting_plans: { ...record('meetingPlan', yearOf('年度组织生活计划')), undoInsert: 'delete' },
    meeting_plan_items: part(
      'meetingPlanItem',
      "(select year || '年度组织生活计划' from meeting_plans where id = row.plan_id)",
      ofParent('meeting_plans', 'plan_id'),
    ),
    topic_guides: record('topicGuide', 'row.title'),
    life_meetings: record('lifeMeeting', yearOf('年度组织生活会')),
    life_problems: part(
      'lifeProblem',
      "(select year || '年度组织生活会' from life_meetings where id = row.life_meeting_id)",
      ofParent('life_meetings', 'life_meeting_id'),
    ),
    appraisals: record('appraisal', yearOf('年度民主评议党员')),
    appraisal_people: part('appraisalPerson', 'row.name', ofParent('appraisals', 'appraisal_id')),
    talks: record('talk', "row.talker_name || '与' || row.talked_name || '谈心谈话'"),
  }
}
