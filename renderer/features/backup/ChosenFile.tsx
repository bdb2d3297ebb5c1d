import { Button } from 'antd'
import { useState } from 'react'
import { errorText } from '../../lib/errorText.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { type ChosenBackup, pickBackup } from './useInspection.ts'

interface ChosenFileProps {
  readonly file: ChosenBackup | null
  /** The form was sent without one. */
  readonly isMissing: boolean
  readonly onFile: (file: ChosenBackup) => void
}

/** The backup file of a form, as a field of it. */
export function ChosenFile({ file, isMissing, onFile }: ChosenFileProps) {
  const [isTaking, setIsTaking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const choose = async (): Promise<void> => {
    setError(null)
    setIsTaking(true)
    try {
      const chosen = await pickBackup()
      if (chosen !== null) onFile(chosen)
    } catch (failure) {
      setError(failure)
    }
    setIsTaking(false)
  }
  const words =
    error === null ? (isMissing && file === null ? '请选择备份文件' : undefined) : errorText(error)
  return (
    <FormRow
      label="备份文件"
      required
      error={words}
      hint="移交文件，或备份文件夹里的 .zip 文件；不用解压"
      as="group"
    >
      {() => (
        <div className="rescue-file">
          <Button loading={isTaking} onClick={() => void choose()}>
            {file === null ? '选择文件' : '换一个文件'}
          </Button>
          <span className="backup-path">{file?.title}</span>
        </div>
      )}
    </FormRow>
  )
}
