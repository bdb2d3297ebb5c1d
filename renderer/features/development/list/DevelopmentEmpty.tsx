import { Button } from 'antd'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { EmptyState } from '../../../ui/states.tsx'

interface DevelopmentEmptyProps {
  /** Whether there is any file at all. */
  readonly hasAny: boolean
  readonly isNarrowed: boolean
  readonly canWrite: boolean
  readonly canImport: boolean
  readonly onClear: () => void
}

export function DevelopmentEmpty({
  hasAny,
  isNarrowed,
  canWrite,
  canImport,
  onClear,
}: DevelopmentEmptyProps) {
  if (isNarrowed) {
    return <EmptyState title="没有符合条件的人" actions={<Button onClick={onClear}>清除筛选</Button>} />
  }
  if (hasAny) return <EmptyState title="这个阶段没有人" text="其他阶段的在上面各栏，数字是每栏的人数。" />
  const actions = (
    <>
      {canWrite && (
        <LinkButton primary to="/development/new">
          新建发展档案
        </LinkButton>
      )}
      {canImport && <LinkButton to="/imports?kind=development">导入发展党员台账</LinkButton>}
    </>
  )
  return (
    <EmptyState
      title="还没有发展党员档案"
      text={
        '一人一份档案，从递交入党申请书到转正归档共二十五步：每一步的日期、材料和表决都记在里面，下一步最早、最迟哪天办，缺什么、哪里不合规定，系统随时算出来。\n已有 Excel 台账的可以导入；没有的，从新建第一份档案开始。'
      }
      {...(canWrite || canImport ? { actions } : {})}
    />
  )
}
