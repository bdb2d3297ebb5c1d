import { Button } from 'antd'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { MobilityView } from './mobilityView.ts'

interface MobilityEmptyProps {
  readonly view: MobilityView
  readonly isNarrowed: boolean
  readonly canWrite: boolean
  readonly canImport: boolean
  readonly onClear: () => void
}

export function MobilityEmpty({ view, isNarrowed, canWrite, canImport, onClear }: MobilityEmptyProps) {
  if (isNarrowed)
    return <EmptyState title="没有符合条件的人" actions={<Button onClick={onClear}>看全部</Button>} />
  if (view.state === 'closed')
    return <EmptyState title="还没有结束的记录" text="登记返回、转出或终止后，记录留在这里。" />
  const isOut = view.direction === 'LC'
  const actions = (
    <>
      {canWrite && (
        <LinkButton primary to={`/mobility/new?direction=${view.direction}`}>
          {isOut ? '登记外出' : '登记流入'}
        </LinkButton>
      )}
      {canImport && <LinkButton to="/imports?kind=mobility">导入台账</LinkButton>}
    </>
  )
  return (
    <EmptyState
      title={isOut ? '没有登记流出党员' : '没有登记流入党员'}
      text={
        isOut
          ? '组织关系在本地、人在外地的党员在这里登记：去向、联系记录、下次该联系的日子，到期提醒。'
          : '人在本地、组织关系在外地的党员在这里登记，只作服务管理，不计入党员总数。'
      }
      {...(canWrite || canImport ? { actions } : {})}
    />
  )
}
