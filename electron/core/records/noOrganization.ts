import { AppError } from '#shared/contract/errors.ts'

export function noOrganization(): AppError {
  return new AppError('NOT_FOUND', 'no such organization', {
    messageZh: '找不到这个党组织，它可能已被删除，请刷新后重新选择',
  })
}
