import { AppError, type FieldErrors } from '#shared/contract/errors.ts'

export function refuse(fields: FieldErrors, messageZh?: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, {
    fields,
    ...(messageZh === undefined ? {} : { messageZh }),
  })
}

export function stale(): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: '述职人的记录刚被修改或删除过，您看到的不是最新的。请刷新核对后再保存',
  })
}
