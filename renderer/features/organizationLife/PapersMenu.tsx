import { Button, Dropdown } from 'antd'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { useHasRight } from '../../lib/session.ts'
import { Icon } from '../../ui/icons.tsx'
import { useExport } from '../../ui/useExport.ts'

interface PapersMenuProps<P extends string> {
  readonly papers: readonly { readonly paper: P; readonly label: string }[]
  readonly make: (paper: P) => Promise<ExportedDocument>
  /** What is typed is not in the record yet. */
  readonly isDirty: boolean
}

/** The papers of a record as Word documents; nothing for whoever may not export. */
export function PapersMenu<P extends string>({ papers, make, isDirty }: PapersMenuProps<P>) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Dropdown
      trigger={['click']}
      disabled={isDirty}
      menu={{
        items: papers.map(({ paper, label }) => ({
          key: paper,
          label,
          onClick: () => void run(() => make(paper)),
        })),
      }}
    >
      <Button loading={isBusy} {...(isDirty ? { title: '先保存本页的修改，再导出' } : {})}>
        导出文书
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
