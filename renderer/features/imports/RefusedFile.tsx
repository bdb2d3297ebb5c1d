import type { ReactNode } from 'react'
import type { CallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { Icon } from '../../ui/icons.tsx'

function titleOf(code: CallError['code']): string {
  switch (code) {
    case 'FILE_REFUSED':
    case 'FILE_TOO_LARGE':
      return '这个文件没有读取'
    case 'FILE_UNREADABLE':
      return '这个文件读不出来'
    case 'FILE_GONE':
      return '需要重新选择文件'
    case 'CANCELLED':
      return '已取消读取'
    default:
      return '没有读完这个文件'
  }
}

interface RefusedFileProps {
  readonly fileName: string | null
  readonly error: CallError
  readonly actions: ReactNode
}

/** Why a file is not read and what to do about it, large enough not to be overlooked. */
export function RefusedFile({ fileName, error, actions }: RefusedFileProps) {
  const text =
    error.code === 'FILE_GONE'
      ? '程序重新启动后，要把这个文件再选一次；已经定好的列、入库方式和支部对应关系还在。'
      : errorText(error)
  return (
    <div className="import-refused" role="alert">
      <span className="import-refused-icon">
        <Icon name="warning" />
      </span>
      <div className="import-refused-body">
        <h2 className="import-refused-title">{titleOf(error.code)}</h2>
        {fileName !== null && !text.includes(fileName) && (
          <div className="import-refused-file">{fileName}</div>
        )}
        <p className="import-refused-text">{text}</p>
        <p className="muted">台账没有写入任何内容。</p>
        <div className="state-actions">{actions}</div>
      </div>
    </div>
  )
}
