import { Button, Dropdown } from 'antd'
import { formatPartialDate, partialDate } from '#shared/lib/dates.ts'
import { call } from '../../../lib/api.ts'
import { useHasRight } from '../../../lib/session.ts'
import { Icon } from '../../../ui/icons.tsx'
import { useExport } from '../../../ui/useExport.ts'
import { type CalendarView, monthsOf } from './quarter.ts'

/** The papers of all that comes due in one of the three months, as one document. */
export function DuePapers({ view: { quarter, organizationId } }: { readonly view: CalendarView }) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: monthsOf(quarter).map((first) => {
          const month = first.slice(0, 7)
          return {
            key: month,
            label: `${formatPartialDate(partialDate(month))}到期的`,
            onClick: () => void run(() => call('documents.exportDevelopmentDue', { organizationId, month })),
          }
        }),
      }}
    >
      <Button loading={isBusy}>
        导出到期文书
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
