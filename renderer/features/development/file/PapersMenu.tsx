import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { DevelopmentPaperRow } from '#shared/contract/developmentPapers.ts'
import { developmentPapers } from '#shared/domain/development/papers.ts'
import { call } from '../../../lib/api.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { Icon } from '../../../ui/icons.tsx'
import { useExport } from '../../../ui/useExport.ts'

const groups = [
  ['now', '现在要办的'],
  ['done', '已办步骤的'],
  ['later', '以后的步骤'],
] as const

const wholeFile = 'wholeFile'

/** 文书: the whole file in the order of the archive, or one paper; those that are not written for this file say why. */
export function PapersMenu({ fileId }: { readonly fileId: string }) {
  const canExport = useHasRight('document.export')
  const [isOpen, setIsOpen] = useState(false)
  const { isBusy, run } = useExport()
  const papers = useCall('documents.developmentPapers', { fileId }, { enabled: canExport && isOpen })
  if (!canExport) return null
  const rows = papers.data?.papers ?? []
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={setIsOpen}
      menu={{
        className: 'dev-long-menu',
        items: [
          { key: wholeFile, label: '整份档案（按归档顺序）' },
          ...groups.flatMap(([time, label]) => {
            const own = rows.filter((row) => row.time === time && (time !== 'later' || row.why === null))
            return own.length === 0 ? [] : [{ type: 'group' as const, label, children: own.map(itemOf) }]
          }),
        ],
        onClick: ({ key }) => {
          const paper = developmentPapers.find((each) => each === key)
          void run(() =>
            paper === undefined
              ? call('documents.exportDevelopmentFile', { fileId })
              : call('documents.exportDevelopment', { fileId, paper }),
          )
        },
      }}
    >
      <Button loading={isBusy}>
        文书 <Icon name="down" />
      </Button>
    </Dropdown>
  )
}

function itemOf({ paper, title, step, why, missing }: DevelopmentPaperRow) {
  const gaps = missing.length === 0 ? '' : `（缺 ${missing.length} 项）`
  return {
    key: paper,
    label: `第${step}步　${title}${why === null ? gaps : `：${why}`}`,
    title: missing.length === 0 ? title : `缺：${missing.join('、')}`,
    disabled: why !== null,
  }
}
