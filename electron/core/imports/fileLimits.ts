import { AppError } from '#shared/contract/errors.ts'

/** Far above any street's roster, far below what hurts the machine. */
export const fileLimits = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 5000,
  /** All parts of a workbook, inflated, as its directory declares them. */
  inflatedBytes: 256 * 1024 * 1024,
  /** Above this many inflated bytes a part must not be packed tighter than real sheets are. */
  ratioFrom: 8 * 1024 * 1024,
  ratio: 250,
  rows: 200_000,
  columns: 500,
  cells: 5_000_000,
  merges: 100_000,
} as const

export function refuse(detail: string, messageZh: string): AppError {
  return new AppError('FILE_REFUSED', detail, { messageZh })
}

export function tooLarge(detail: string, messageZh: string): AppError {
  return new AppError('FILE_TOO_LARGE', detail, { messageZh })
}

export function unreadable(detail: string, messageZh: string): AppError {
  return new AppError('FILE_UNREADABLE', detail, { messageZh })
}

export function refuseBomb(detail: string): AppError {
  return tooLarge(
    detail,
    '文件解压后大得不合常理，未读取。若确是花名册，请在 WPS 或 Excel 中删去空白的带格式行，另存为新的 .xlsx 后再导入',
  )
}

export function damaged(detail: string): AppError {
  return unreadable(detail, '文件已损坏或不完整，无法读取。请用 WPS 或 Excel 打开确认，另存为 .xlsx 后再导入')
}
