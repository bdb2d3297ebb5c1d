import type { Database } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MeetingPlanDetail, TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { formatDots } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readMeetingPlan } from '../records/meetingPlan.ts'
import { readAnyOrganizationTree } from '../records/organizationTree.ts'
import { readTopicGuide } from '../records/topicGuides.ts'
import { deliver } from './electionExport.ts'
import { exportLedger, type Frame } from './ledgerExport.ts'
import type { LedgerColumn, LedgerValues } from './ledger.ts'
import { section } from './layout.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen } from './meetingPen.ts'
import { plainTitle, sealedSignature, underTitle } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph, chineseNumber, headingParagraph } from './paragraphs.ts'

const column = (header: string, weight: number, align: LedgerColumn['align'] = 'center'): LedgerColumn => ({
  header,
  weight,
  align,
})

/** 年度组织生活计划 of a branch, month by month. */
export function planValues({ year, fields }: MeetingPlanDetail, frame: Frame): LedgerValues {
  const { themeDay, remark, items } = fields
  return {
    ...frame,
    title: `${year}年度组织生活计划`,
    tables: [
      {
        heading: null,
        columns: [
          column('月份', 6),
          column('会议类型', 10),
          column('计划日期', 10),
          column('主题', 26, 'left'),
          column('议程', 26, 'left'),
          column('地点', 12),
          column('负责人', 8),
        ],
        rows: items.map(({ month, kind, plannedOn, topic, program, place, personName }) => [
          `${month}月`,
          meetingKindShort[kind],
          plannedOn === null ? '' : formatDots(plannedOn),
          topic ?? '',
          (program ?? '').replaceAll('\n', '；'),
          place ?? '',
          personName ?? '',
        ]),
        empty: '这一年还没有计划事项。',
      },
    ],
    notes: [
      ...(themeDay === null ? [] : [`主题党日固定日为每月${themeDay}日。`]),
      ...(remark === null ? [] : [remark]),
    ],
  }
}

/** Throws CONFLICT where the branch has no plan of the year. */
export function exportMeetingPlan(
  db: Database,
  { organizationId, year }: RouteInput<'documents.exportMeetingPlan'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const plan = readMeetingPlan(db.read, { organizationId, year }, anyReader)
  if (plan === undefined)
    throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  if (plan.id === null)
    throw new AppError('CONFLICT', 'no plan', {
      messageZh: `${plan.organizationName}还没有保存${year}年度计划，请先保存计划再导出`,
    })
  return exportLedger(db, { organizationId, format: 'docx' }, account, ports, (frame) =>
    planValues(plan, frame),
  )
}

const linesOf = (text: string | null) => (text ?? '').split('\n').filter((line) => line.trim() !== '')

/** 每月主题提示 to branches: what to study, what to do, what is asked. */
export function topicGuidePaper(guide: TopicGuideRow, agency: string): BuiltMinutes {
  const pen = meetingPen(guide.organizationName, guide.title)
  const parts = [
    { name: '学习内容', lines: linesOf(guide.study) },
    { name: '活动建议', lines: linesOf(guide.activities) },
    { name: '工作要求', lines: linesOf(guide.demands) },
  ].filter(({ lines }) => lines.length > 0)
  const last = parts.at(-1)
  return {
    title: guide.title,
    children: [
      plainTitle('', guide.title),
      underTitle(guide.docNo === null ? `（${guide.year}年${guide.month}月）` : `（${guide.docNo}）`),
      ...parts.flatMap((part, n) => {
        const lines = part.lines.map((line, at) =>
          part.lines.length === 1 ? line : `${at + 1}.${line.replace(/^\d+[.、．]\s*/, '')}`,
        )
        const body = part === last ? bodyBeforeSeal(lines) : lines.map(bodyParagraph)
        return [headingParagraph(1, `${chineseNumber(n + 1)}、${part.name}`), ...body]
      }),
      ...(last === undefined ? bodyBeforeSeal([pen.fill(null, '提示内容')]) : []),
      ...sealedSignature(agency, pen.day(guide.issuedOn, '印发日期')),
    ],
    missing: pen.missing,
  }
}

/** Throws NOT_FOUND. */
export function exportTopicGuide(
  db: Database,
  { id }: RouteInput<'documents.exportTopicGuide'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const guide = readTopicGuide(db.read, id)
  // Guides of above are read below: their giver need not be in reach.
  const giver = guide === undefined ? undefined : readAnyOrganizationTree(db.read).get(guide.organizationId)
  if (guide === undefined || giver === undefined)
    throw new AppError('NOT_FOUND', 'no such guide', {
      messageZh: '找不到这份主题提示，可能已移入回收站。请刷新列表',
    })
  const built = topicGuidePaper(guide, giver.fullName)
  return deliver(db, account, ports, {
    sections: [
      section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children: built.children }),
    ],
    missing: built.missing,
    label: '每月主题提示',
    unit: giver,
    kind: '提示',
    title: `${guide.year}年${guide.month}月主题提示`,
    rows: 1,
  })
}
