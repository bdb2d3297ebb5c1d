import { Button } from 'antd'
import { useState } from 'react'
import type { FileRef } from '#shared/contract/files.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { CallError } from '../../lib/callError.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { FileDrop, type FileFailure } from './FileDrop.tsx'
import { RefusedFile } from './RefusedFile.tsx'
import { SampleWorkbookButton } from './SampleWorkbookButton.tsx'
import { ScrollingBody } from './ScrollingBody.tsx'

interface ReadingFileProps {
  readonly kind: ImportKind
  readonly fileName: string
  readonly jobId: string | null
  readonly error: CallError | null
  readonly onRetry: () => void
  readonly onFile: (file: FileRef) => void
}

/** Before the first preview: the progress, or why there will be none and the way to another file. */
export function ReadingFile({ kind, fileName, jobId, error, onRetry, onFile }: ReadingFileProps) {
  const [failure, setFailure] = useState<FileFailure | null>(null)
  if (error === null) {
    return <ProgressDialog jobId={jobId} title={`正在读取 ${fileName}`} cancelHint="取消后台账不变" />
  }
  const isFinal = error.code === 'FILE_REFUSED' || error.code === 'FILE_GONE'
  return (
    <ScrollingBody label="没有读取的文件">
      <div className="import-narrow">
        <RefusedFile
          fileName={failure?.fileName ?? fileName}
          error={failure?.error ?? error}
          actions={
            <>
              {!isFinal && <Button onClick={onRetry}>重新读取</Button>}
              <SampleWorkbookButton kind={kind} />
            </>
          }
        />
        <FileDrop onFile={onFile} onFailure={setFailure} />
      </div>
    </ScrollingBody>
  )
}
