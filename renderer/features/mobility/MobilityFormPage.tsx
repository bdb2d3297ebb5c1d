import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { MobilityDetail, MobilityFields } from '#shared/contract/mobility.ts'
import { unfilledMobility } from '#shared/contract/unfilledMobility.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo.ts'
import { changedFields } from './formFields.ts'
import { MobilityForm } from './MobilityForm.tsx'
import { addressOf, mobilityTarget } from './mobilityView.ts'
import './mobility.css'

const crumbs = (direction: MobilityDirection) => [
  { label: direction === 'LC' ? '流出党员' : '流入党员', to: addressOf({ direction }) },
]

/** A new record; the address may say of whom. */
export function NewMobilityPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const direction = params.get('direction') === 'LR' ? 'LR' : 'LC'
  const create = useCommand('mobility.create')
  const undo = useUndo()
  const title = direction === 'LC' ? '登记外出（流出党员）' : '登记流入党员'
  return (
    <Page title={title} breadcrumb={crumbs(direction)}>
      <MobilityForm
        key={direction}
        direction={direction}
        initial={{ ...unfilledMobility, memberId: params.get('member') ?? '' }}
        detail={null}
        busy={create.isPending}
        error={create.error}
        onSave={({ memberId, ...fields }, leaveFreely) =>
          create.mutate(
            { direction, memberId: direction === 'LC' ? memberId : null, fields, ending: null },
            {
              onSuccess: ({ id, name }) => {
                leaveFreely()
                undo.done(direction === 'LC' ? `已登记“${name}”外出` : `已登记“${name}”流入`, mobilityTarget)
                void navigate(addressOf({ direction, recordId: id }), { replace: true })
              },
            },
          )
        }
        onCancel={() => void navigate(addressOf({ direction }))}
      />
    </Page>
  )
}

export function EditMobilityPage() {
  const { id = '' } = useParams()
  const found = useCall('mobility.get', { id }, { fresh: true })
  if (found.data !== undefined) return <EditKnown key={id} detail={found.data} />
  return (
    <Page title="修改流动党员记录" breadcrumb={crumbs('LC')}>
      {found.error?.code === 'NOT_FOUND' ? (
        <ErrorState
          error={found.error}
          title="找不到这条记录"
          actions={<LinkButton to="/mobility">返回列表</LinkButton>}
        />
      ) : (
        <QueryBoundary query={found} what="查看流动党员" lines={10}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}

function EditKnown({ detail }: { readonly detail: MobilityDetail }) {
  const navigate = useNavigate()
  const update = useCommand('mobility.update')
  const undo = useUndo()
  const { id, version, direction, name } = detail
  const back = addressOf({ direction, recordId: id })
  const save = (after: MobilityFields, before: MobilityFields, leaveFreely: () => void): void => {
    const fields = changedFields(before, after)
    if (Object.keys(fields).length === 0) {
      leaveFreely()
      void navigate(back)
      return
    }
    update.mutate(
      { id, version, fields },
      {
        onSuccess: () => {
          leaveFreely()
          undo.done(`已保存“${name}”的记录`, mobilityTarget)
          void navigate(back, { replace: true })
        },
      },
    )
  }
  return (
    <Page title={`修改“${name}”的流动记录`} breadcrumb={crumbs(direction)}>
      <MobilityForm
        direction={direction}
        initial={{ ...detail.fields, memberId: detail.memberId ?? '' }}
        detail={detail}
        busy={update.isPending}
        error={update.error}
        onSave={({ memberId: _memberId, ...fields }, leaveFreely, { memberId: _before, ...before }) =>
          save(fields, before, leaveFreely)
        }
        onCancel={() => void navigate(back)}
      />
    </Page>
  )
}
