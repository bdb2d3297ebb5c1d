import { Button } from 'antd'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { EmptyState } from '../../../ui/states.tsx'

interface MeetingsEmptyProps {
  readonly isNarrowed: boolean
  readonly canImport: boolean
  /** Where a new record is written; null for whoever may not. */
  readonly newRecord: string | null
  readonly onClear: () => void
}

export function MeetingsEmpty({ isNarrowed, canImport, newRecord, onClear }: MeetingsEmptyProps) {
  const write = newRecord !== null && (
    <LinkButton primary to={newRecord}>
      新建会议记录
    </LinkButton>
  )
  if (isNarrowed) {
    return (
      <EmptyState
        title="没有符合条件的会议记录"
        actions={
          <>
            <Button onClick={onClear}>清除筛选</Button>
            {write}
          </>
        }
      />
    )
  }
  return (
    <EmptyState
      title="还没有会议记录"
      text={
        '支部党员大会、支委会、党小组会、党课、主题党日都记在这里。\n应到按开会当天的花名册自动列出，表决能否进行、是否通过随填随算；已有 Excel 台账的可以导入。'
      }
      actions={
        <>
          {write}
          {canImport && <LinkButton to="/imports?kind=meetings">导入会议台账</LinkButton>}
        </>
      }
    />
  )
}
