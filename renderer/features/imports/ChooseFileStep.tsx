import { Button, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FileRef } from '#shared/contract/files.ts'
import { type ImportKind, importKinds } from '#shared/contract/imports.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { FileDrop, type FileFailure } from './FileDrop.tsx'
import { kindWords } from './importWords.ts'
import { RefusedFile } from './RefusedFile.tsx'
import { SampleWorkbookButton } from './SampleWorkbookButton.tsx'

interface ChooseFileStepProps {
  readonly kind: ImportKind
  readonly onKind: (kind: ImportKind) => void
  readonly onFile: (file: FileRef) => void
  /** A file that is already being looked at. */
  readonly current: { readonly fileName: string; readonly onContinue: () => void } | null
}

export function ChooseFileStep({ kind, onKind, onFile, current }: ChooseFileStepProps) {
  const [failure, setFailure] = useState<FileFailure | null>(null)
  return (
    <div className="import-narrow">
      {current !== null && (
        <div className="import-notice">
          <span className="import-notice-text">正在核对：{current.fileName}</span>
          <Button onClick={current.onContinue}>继续核对</Button>
        </div>
      )}
      <SectionCard title="一、导入什么">
        <Radio.Group
          className="import-choice-cards"
          aria-label="导入什么"
          value={kind}
          onChange={(event) => {
            const next = importKinds.find((each) => each === event.target.value)
            if (next !== undefined) onKind(next)
          }}
        >
          {importKinds.map((each) => (
            <Radio key={each} value={each} className="import-choice-card">
              <span className="import-choice-title">{kindWords[each].title}</span>
              <span className="import-choice-text">{kindWords[each].explains}</span>
            </Radio>
          ))}
        </Radio.Group>
      </SectionCard>
      <SectionCard title="二、选择工作簿" extra={<SampleWorkbookButton kind={kind} type="link" />}>
        {failure !== null && <RefusedFile fileName={failure.fileName} error={failure.error} actions={null} />}
        <FileDrop
          onFailure={setFailure}
          onFile={(file) => {
            setFailure(null)
            onFile(file)
          }}
        />
      </SectionCard>
      <p className="muted small import-foot">
        文件只在本机读取。导错了可以在
        <Link className="import-text-link" to="/imports/batches">
          导入批次
        </Link>
        里整批撤回。
      </p>
    </div>
  )
}
