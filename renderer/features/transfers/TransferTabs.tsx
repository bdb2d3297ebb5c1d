import type { TransferPage } from '#shared/contract/transfers.ts'
import { transferColumns } from '#shared/domain/transferDates.ts'
import { transferColumnLabels } from '#shared/labels/transfers.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { addressOf, type TransferView } from './transferView.ts'

interface TransferTabsProps {
  readonly view: TransferView
  /** Undefined until they are counted. */
  readonly counts: TransferPage['counts'] | undefined
}

/** The columns of the board, each with how many stand there. */
export function TransferTabs({ view, counts }: TransferTabsProps) {
  const open =
    counts === undefined
      ? undefined
      : transferColumns.reduce((sum, column) => (column === 'done' ? sum : sum + counts[column]), 0)
  const tabs = (['open', ...transferColumns] as const).map((column) => ({
    to: addressOf({ ...view, column, page: 1 }),
    label: column === 'open' ? '未办结' : transferColumnLabels[column],
    count: column === 'open' ? open : counts?.[column],
    isCurrent: view.column === column,
  }))
  return (
    <div className="toolbar">
      <LinkTabs label="办理状态" tabs={tabs} />
    </div>
  )
}
