import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useHasRight } from '../../lib/session.ts'
import { EmptyState } from '../../ui/states.tsx'

export function NoMembers({ onShowAll }: { readonly onShowAll: () => void }) {
  const navigate = useNavigate()
  const canWrite = useHasRight('member.write')
  if (!canWrite) {
    return (
      <EmptyState
        title="名册里还没有党员"
        text="党务干事导入花名册后，这里会显示出来。"
        actions={<Button onClick={onShowAll}>查看不在册的</Button>}
      />
    )
  }
  return (
    <EmptyState
      title="名册里还没有党员"
      text="把本单位现有的花名册（xlsx、xls 或 csv）导进来，程序会先列出看懂了什么、哪里有问题，核对后才入库。"
      actions={
        <>
          <Button type="primary" onClick={() => void navigate('/imports')}>
            导入花名册
          </Button>
          <Button onClick={() => void navigate('/members/new')}>手工新增一名党员</Button>
          <Button type="link" onClick={onShowAll}>
            查看不在册的
          </Button>
        </>
      }
    />
  )
}

export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="没有符合条件的党员"
      text="可以去掉上方的某个筛选条件，或清除全部筛选重新查找。"
      actions={<Button onClick={onClear}>清除全部筛选</Button>}
    />
  )
}
