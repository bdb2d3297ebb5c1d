import { Button, Dropdown } from 'antd'
import { useCommand } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { Icon } from '../../../ui/icons.tsx'
import { ProgressDialog } from '../../../ui/ProgressDialog.tsx'
import { useJobExport } from '../../../ui/useExport.ts'

interface MonthPapersProps {
  readonly organizationId: string | null
  /** As `2026-03`; null while the list is not of one month. */
  readonly month: string | null
}

const papers = ['signIn', 'minutes', 'both'] as const

const labels: Readonly<Record<(typeof papers)[number], string>> = {
  signIn: '签到表',
  minutes: '会议记录',
  both: '签到表和会议记录',
}

/** 签到表 and minutes of a month's meetings, of all branches in the list, in one document. */
export function MonthPapers({ organizationId, month }: MonthPapersProps) {
  const canExport = useHasRight('document.export')
  const exporting = useJobExport()
  const make = useCommand('documents.exportMonth')
  if (!canExport) return null
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items:
            month === null
              ? [{ key: 'none', label: '先在下面选年度和月份', disabled: true }]
              : papers.map((key) => ({ key, label: `${Number(month.slice(5))}月的${labels[key]}` })),
          onClick: ({ key }) => {
            const chosen = papers.find((each) => each === key)
            if (chosen === undefined || month === null) return
            void exporting.run((jobId) => make.mutateAsync({ organizationId, month, papers: chosen, jobId }))
          },
        }}
      >
        <Button loading={exporting.isBusy}>
          导出 <Icon name="down" />
        </Button>
      </Dropdown>
      <ProgressDialog jobId={exporting.jobId} title="正在生成文件" cancelHint="取消后不生成文件" />
    </>
  )
}
