import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import type { FileRef } from '#shared/contract/files.ts'
import { toCallError } from '../../lib/callError.ts'
import type { CallError } from '../../lib/callError.ts'
import { canUpload, pickFile, uploadFile } from '../../lib/files.ts'
import { Icon } from '../../ui/icons.tsx'
import { importExtensions } from './importWords.ts'

export interface FileFailure {
  readonly fileName: string | null
  readonly error: CallError
}

interface FileDropProps {
  readonly onFile: (file: FileRef) => void
  readonly onFailure: (failure: FileFailure) => void
}

export function FileDrop({ onFile, onFailure }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const take = async (ask: () => Promise<FileRef | null>, fileName: string | null): Promise<void> => {
    setIsBusy(true)
    try {
      const file = await ask()
      if (file !== null) onFile(file)
    } catch (error) {
      onFailure({ fileName, error: toCallError(error) })
    }
    setIsBusy(false)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) void take(() => uploadFile(file, importExtensions), file.name)
  }
  const drag = canUpload
    ? {
        onDragOver: (event: DragEvent) => {
          event.preventDefault()
          setIsOver(true)
        },
        onDragLeave: () => setIsOver(false),
        onDrop,
      }
    : {}
  return (
    <div className={isOver ? 'import-file-drop import-file-drop-over' : 'import-file-drop'} {...drag}>
      <span className="import-file-drop-icon">
        <Icon name="import" />
      </span>
      <Button
        type="primary"
        size="large"
        loading={isBusy}
        onClick={() => void take(() => pickFile(importExtensions), null)}
      >
        选择文件
      </Button>
      <div>{canUpload ? '或把文件拖到这里' : '在弹出的窗口里选择工作簿'}</div>
      <div className="muted small">可读 .xlsx、.xls、.csv；先给您看清会怎样，确认后才写入</div>
    </div>
  )
}
