import { AppError } from '#shared/contract/errors.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { type Args, needed, oneOf, wholeNumber } from '../args.ts'
import type { Desk } from '../deskSession.ts'

type Exported = RouteOutput<'documents.exportRecordBook'>

/** 记录本 or 出勤率表 of a branch and year, 完成率表 of all below an organisation; with `--month` what was held in it, one after another. */
export function exportMeetingPapers(
  desk: Desk,
  { paper, month, year: written, format: asked }: Args['values'],
  organizationId: string | null,
): Promise<Exported> {
  if (month !== undefined) {
    const papers = oneOf(paper ?? 'both', ['signIn', 'minutes', 'both'], '--paper')
    return desk.call('documents.exportMonth', { organizationId, month, papers, jobId: null })
  }
  const year = wholeNumber(needed(written, '--year（年度），或者 --month（月份）'), '--year')
  const wanted = oneOf(paper, ['book', 'completion', 'attendance'], '--paper')
  const format = oneOf(asked, ['docx', 'xlsx'], '--format')
  if (wanted === 'completion')
    return desk.call('documents.exportCompletion', { organizationId, year, format })
  if (organizationId === null)
    throw new AppError('VALIDATION_FAILED', 'missing --org', {
      messageZh: '缺少参数 --org（党支部代码）',
    })
  return wanted === 'book'
    ? desk.call('documents.exportRecordBook', { organizationId, year, jobId: null })
    : desk.call('documents.exportAttendance', { organizationId, year, format })
}
