import { Button, Dropdown } from 'antd'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { useHasRight } from '../../lib/session.ts'
import { Icon } from '../../ui/icons.tsx'
import { useExport } from '../../ui/useExport.ts'

interface ExportMenuProps {
  readonly label: string
  readonly make: (format: 'docx' | 'xlsx') => Promise<ExportedDocument>
}

const formats = [
  { format: 'docx', label: 'Word' },
  { format: 'xlsx', label: 'Excel' },
] as const

/** A register as a document; nothing for whoever may not export. */
export function ExportMenu({ label, make }: ExportMenuProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: formats.map(({ format, label: name }) => ({
          key: format,
          label: name,
          onClick: () => void run(() => make(format)),
        })),
      }}
    >
      <Button loading={isBusy}>
        {label}
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
