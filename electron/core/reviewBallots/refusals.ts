import { AppError } from '#shared/contract/errors.ts'

export function refuse(field: string, messageZh: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${field}`, { messageZh, fields: { [field]: messageZh } })
}

export function staleBatch(): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: '这批测评票刚被修改、计票或取消过，您看到的不是最新的。请刷新核对后再办理',
  })
}

export function notOpen(): AppError {
  return new AppError('CONFLICT', 'batch is closed', {
    messageZh: '这批测评票已经计票，票已清除，不能再改。需要补测的，请另登记一批',
  })
}
