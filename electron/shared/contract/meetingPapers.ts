import { z } from 'zod'
import { command } from './define.ts'
import type { ExportedDocument } from './documents.ts'
import { jobId } from './jobs.ts'

const id = z.string().min(1).max(64)
const year = z.int().min(1949).max(2199)
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, '请写成 2026-11 的样子')
const format = z.enum(['docx', 'xlsx'])
const exported = <T extends z.ZodType>(input: T) =>
  command(input, 'document.export').output<ExportedDocument>()

export const meetingPapersRoutes = {
  /** D02, D03: the minutes of one meeting. */
  'documents.exportMinutes': exported(z.strictObject({ meetingId: id })),
  /** 签到表 with the names, for printing before. */
  'documents.exportSignIn': exported(z.strictObject({ meetingId: id })),
  /** 签到表 and minutes of a month's meetings of all branches below an organisation, one after another. */
  'documents.exportMonth': exported(
    z.strictObject({
      organizationId: id.nullable(),
      month,
      papers: z.enum(['signIn', 'minutes', 'both']),
      jobId: jobId.nullable(),
    }),
  ),
  /** 三会一课记录本 of a branch and year: contents, and pages numbered through. */
  'documents.exportRecordBook': exported(
    z.strictObject({ organizationId: id, year, jobId: jobId.nullable() }),
  ),
  /** 三会一课完成率表 (LIFE-15). */
  'documents.exportCompletion': exported(z.strictObject({ organizationId: id.nullable(), year, format })),
  /** 出勤率表 of a branch. */
  'documents.exportAttendance': exported(z.strictObject({ organizationId: id, year, format })),
  /** 年度组织生活计划. */
  'documents.exportMeetingPlan': exported(z.strictObject({ organizationId: id, year })),
  /** 每月主题提示. */
  'documents.exportTopicGuide': exported(z.strictObject({ id })),
  /** D04: 方案 or 情况报告, 征求意见汇总, 整改清单. */
  'documents.exportLifeMeeting': exported(
    z.strictObject({ id, paper: z.enum(['plan', 'opinions', 'review', 'problems', 'report']) }),
  ),
  /** D05: 结果汇总 (通报) and 测评票. */
  'documents.exportAppraisal': exported(z.strictObject({ id, paper: z.enum(['result', 'ballot']) })),
}
