import { Button } from 'antd'
import type { ImportKind } from '#shared/contract/imports.ts'
import { Icon } from '../../ui/icons.tsx'
import { kindWords } from './importWords.ts'
import { useSampleWorkbook } from './useSampleWorkbook.ts'

interface SampleWorkbookButtonProps {
  readonly kind: ImportKind
  readonly type?: 'link' | 'default'
}

export function SampleWorkbookButton({ kind, type = 'default' }: SampleWorkbookButtonProps) {
  const sample = useSampleWorkbook(kind)
  return (
    <Button type={type} icon={<Icon name="export" />} loading={sample.isBusy} onClick={sample.save}>
      下载空白样表（{kindWords[kind].title}）
    </Button>
  )
}
