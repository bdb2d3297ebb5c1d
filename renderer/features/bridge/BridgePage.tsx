import { Alert, Button } from 'antd'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { Bridge } from '#shared/contract/bridge.ts'
import { hasNumbers } from '#shared/domain/bridgeNumbers.ts'
import { balanceText } from '#shared/domain/bridgeTable.ts'
import { bridgePeriodText } from '#shared/labels/bridge.ts'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useExport } from '../../ui/useExport.ts'
import { BridgeNames } from './BridgeNames.tsx'
import { BridgeNotes } from './BridgeNotes.tsx'
import { BridgeTable } from './BridgeTable.tsx'
import { BridgeToolbar } from './BridgeToolbar.tsx'
import { addressOf, type BridgeView, viewFromParams } from './bridgeView.ts'
import { FreezeCard } from './FreezeCard.tsx'
import { isOpenedHere } from './NumberLink.tsx'
import './bridge.css'

/** 人员增减: who was there, came, went and is there, by unit and kind of person; every number opens its names. */
export function BridgePage() {
  const [params] = useSearchParams()
  const view = viewFromParams(params, today())
  const { from, to, organizationId } = view
  const bridge = useCall('bridge.compute', { organizationId, from, to }, { keepPrevious: true })
  const hasNoStreet = organizationId === null && bridge.error?.code === 'NOT_FOUND'
  const isEmpty = bridge.data !== undefined && isNothing(bridge.data)
  return (
    <Page
      title="人员增减"
      subtitle={bridgePeriodText({ from, to })}
      actions={<ExportButtons view={view} isDisabled={!bridge.isSuccess || isEmpty} />}
      toolbar={<BridgeToolbar view={view} />}
    >
      {hasNoStreet ? (
        <NoOrganizations />
      ) : (
        <QueryBoundary query={bridge} what="查看人员增减" lines={10}>
          {(found) => (isNothing(found) ? <Nothing /> : <BridgeBody bridge={found} view={view} />)}
        </QueryBoundary>
      )}
    </Page>
  )
}

const isNothing = ({ total, units, notes }: Bridge): boolean =>
  notes.length === 0 && !hasNumbers(total) && !units.some(({ numbers }) => hasNumbers(numbers))

function BridgeBody({ bridge, view }: { readonly bridge: Bridge; readonly view: BridgeView }) {
  const navigate = useNavigate()
  const { state } = useLocation()
  const close = () =>
    void (isOpenedHere(state)
      ? navigate(-1)
      : navigate(addressOf({ ...view, open: null }), { replace: true }))
  useShortcut('Escape', '关闭名单', close, view.open !== null)
  return (
    <div className={view.open === null ? 'bridge' : 'bridge bridge-open'}>
      <div className="bridge-main">
        {bridge.isUnfinished && (
          <Alert
            className="bridge-notice"
            type="info"
            showIcon
            title="期末日期还没有到，期末数只含到今天为止已登记的增减。"
          />
        )}
        <BridgeTable bridge={bridge} view={view} />
        <p
          className={bridge.isBalanced ? 'bridge-balance' : 'bridge-balance bridge-unbalanced'}
          aria-live="polite"
        >
          {balanceText(bridge.total, view.kind)}。
          {!bridge.isBalanced && '有单位或人员类别不平衡，请到“数据检查”核对后联系维护人员。'}
        </p>
        <FreezeCard bridge={bridge} view={view} />
        <BridgeNotes bridge={bridge} view={view} />
      </div>
      {view.open !== null && (
        <BridgeNames
          key={JSON.stringify(view.open)}
          bridge={bridge}
          view={view}
          open={view.open}
          onClose={close}
        />
      )}
    </div>
  )
}

function ExportButtons({ view, isDisabled }: { readonly view: BridgeView; readonly isDisabled: boolean }) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  const { organizationId, from, to } = view
  const save = (format: 'docx' | 'xlsx') =>
    void run(() => call('documents.exportBridge', { organizationId, from, to, format }))
  return (
    <>
      <Button loading={isBusy} disabled={isDisabled} onClick={() => save('docx')}>
        导出对账单（Word）
      </Button>
      <Button loading={isBusy} disabled={isDisabled} onClick={() => save('xlsx')}>
        导出对账单（Excel）
      </Button>
    </>
  )
}

function NoOrganizations() {
  return (
    <EmptyState
      title="还没有党组织"
      text="先建立或导入党组织，再导入党员花名册，这里就能对账。"
      actions={<LinkButton to="/organizations">去党组织</LinkButton>}
    />
  )
}

function Nothing() {
  const canImport = useHasRight('import.write')
  return (
    <EmptyState
      title="这段时间没有在册党员"
      text="所选党组织（含下级）在这两个日期之间没有党员，也没有增减。可以换一个党组织或日期；还没有录入花名册的，请先导入。"
      {...(canImport ? { actions: <LinkButton to="/imports">去导入花名册</LinkButton> } : {})}
    />
  )
}
