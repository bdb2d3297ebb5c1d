import { AppError } from '#shared/contract/errors.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { developmentPapers } from '#shared/domain/development/papers.ts'
import { type Args, needed, oneOf, optionalDay } from '../args.ts'
import type { Desk } from '../deskSession.ts'

type Exported = RouteOutput<'documents.exportDevelopment'>

/** One paper, the plan or the whole file of `--file`; or with `--month` all that comes due under `organizationId`. */
export function exportDevelopmentPapers(
  desk: Desk,
  { file, paper, month, wished }: Args['values'],
  organizationId: string | null,
): Promise<Exported> {
  if (month !== undefined) {
    if (file !== undefined || paper !== undefined)
      throw new AppError('VALIDATION_FAILED', 'month with file', {
        messageZh: '--month 导出一个月到期的文书，不能和 --file、--paper 一起用',
      })
    return desk.call('documents.exportDevelopmentDue', { organizationId, month })
  }
  const fileId = needed(file, '--file（档案编号），或者 --month（月份）')
  if (paper === undefined) return desk.call('documents.exportDevelopmentFile', { fileId })
  const wanted = oneOf(paper, ['plan', ...developmentPapers] as const, '--paper')
  return wanted === 'plan'
    ? desk.call('documents.exportDevelopmentPlan', { fileId, wishedOn: optionalDay(wished, '--wished') })
    : desk.call('documents.exportDevelopment', { fileId, paper: wanted })
}
