import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { type SavedFile, saveFile } from '../../lib/files.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useToast } from '../../ui/useToast.ts'
import { MissingFacts } from './MissingFacts.tsx'

interface ExportResultProps {
  readonly exported: ExportedDocument
  readonly organizationId: string | null
  /** Null when the save dialog was cancelled. */
  readonly saved: SavedFile | null
}

function savedText(saved: SavedFile | null): string {
  if (saved === null) return '文件已生成，还没有保存。'
  return saved.path === null ? '已存到浏览器的下载文件夹。' : `已保存到 ${saved.path}`
}

export function ExportResult({ exported, organizationId, saved }: ExportResultProps) {
  const [last, setLast] = useState(saved)
  const toast = useToast()
  const top = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    // Newer Chromium answers with a promise, which an effect must not return.
    top.current?.scrollIntoView({ block: 'center' })
  }, [])
  const again = async (): Promise<void> => {
    try {
      setLast((await saveFile(exported.file)) ?? last)
    } catch (error) {
      toast.failure(error)
    }
  }
  return (
    <SectionCard title="导出结果" extra={<Button onClick={() => void again()}>再保存一份</Button>}>
      <output className="export-result" ref={top}>
        <strong>{exported.file.name}</strong>
        <span>共 {exported.rows.toLocaleString('zh-CN')} 人。</span>
        <span className="muted">{savedText(last)}</span>
      </output>
      {exported.missing.length === 0 ? (
        <p>没有缺项。</p>
      ) : (
        <>
          <p className="export-missing-intro">
            缺项清单（{exported.missing.length.toLocaleString('zh-CN')}{' '}
            处）：台账里没有的内容，文件里留空待补，没有代填。
          </p>
          <MissingFacts missing={exported.missing} organizationId={organizationId} />
        </>
      )}
    </SectionCard>
  )
}
