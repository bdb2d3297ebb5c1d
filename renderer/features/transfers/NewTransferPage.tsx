import { Alert } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { TransferStart } from '#shared/contract/transfers.ts'
import type { TransferDirection } from '#shared/domain/transferStates.ts'
import { firstStatus } from '#shared/domain/transferStates.ts'
import { transferPersonTypeLabels } from '#shared/labels/transfers.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useDraft } from '../../lib/workspace.ts'
import { BooleanChoice } from './BooleanChoice.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { MemberSearch } from './MemberSearch.tsx'
import { draftKey, draftText, parseDraft, type TransferDraft } from './transferDraft.ts'
import { TransferForm } from './TransferForm.tsx'
import { valuesOf } from './transferForm.ts'
import { transferTarget } from './transferView.ts'
import './transfers.css'

const back = [{ label: '组织关系转接', to: '/transfers' }]

/** 登记转出 and 登记转入; the address says which, and whom. */
export function NewTransferPage() {
  const [params, setParams] = useSearchParams()
  const direction: TransferDirection = params.get('direction') === 'in' ? 'in' : 'out'
  const memberId = direction === 'out' ? params.get('member') : null
  const [isActivist, setIsActivist] = useState(false)
  const title = direction === 'out' ? '登记转出' : '登记转入'
  const choose = (id: string): void => setParams({ direction, member: id }, { replace: true })
  const needsMember = direction === 'out' && memberId === null && !isActivist
  return (
    <Page title={title} breadcrumb={back}>
      <SectionCard title={direction === 'out' ? '谁转出' : '对方开来的介绍信'}>
        {direction === 'out' && memberId === null && (
          <>
            <BooleanChoice
              label="转出的是"
              yes="党员（从花名册选）"
              no="入党积极分子（材料移交）"
              value={!isActivist}
              onChange={(isMember) => setIsActivist(!isMember)}
            />
            {!isActivist && <MemberSearch label="党员" error={undefined} onChoose={choose} />}
          </>
        )}
        {!needsMember && (
          <Start
            key={`${direction} ${memberId ?? ''}`}
            direction={direction}
            memberId={memberId}
            organizationId={params.get('org')}
          />
        )}
      </SectionCard>
    </Page>
  )
}

interface StartProps {
  readonly direction: TransferDirection
  readonly memberId: string | null
  readonly organizationId: string | null
}

function Start({ direction, memberId, organizationId }: StartProps) {
  const start = useCall('transfers.start', { direction, memberId, organizationId }, { fresh: true })
  return (
    <QueryBoundary query={start} what="登记转接" lines={10}>
      {(found) =>
        found.openTransferId === null ? (
          <NewForm direction={direction} memberId={memberId} start={found} />
        ) : (
          <Alert
            type="warning"
            showIcon
            title={`“${found.fields.personName}”已有一条未办结的转出`}
            description={<Link to={`/transfers/${found.openTransferId}`}>到那条记录办理</Link>}
          />
        )
      }
    </QueryBoundary>
  )
}

interface NewFormProps {
  readonly direction: TransferDirection
  readonly memberId: string | null
  readonly start: TransferStart
}

function NewForm({ direction, memberId, start: { fields } }: NewFormProps) {
  const navigate = useNavigate()
  const tree = useCall('organizations.tree', { includeEnded: false })
  const create = useCommand('transfers.create')
  const undo = useUndo()
  const [isDirty, setIsDirty] = useState(false)
  const draft = useDraft(draftKey(direction, memberId), parseDraft)
  const [laidOver, setLaidOver] = useState<TransferDraft | null>(null)
  const [isDecided, setIsDecided] = useState(false)
  // An older draft is not written over before somebody has decided about it.
  const offered = isDecided ? null : draft.stored
  const isKept = !draft.isLoading && offered === null
  const [typed, setTyped] = useState<TransferDraft>({})
  const keep = useEffectEvent((changes: TransferDraft) => draft.save(changes))
  // What was typed before the answer about an older draft came is kept then.
  useEffect(() => {
    if (isKept && Object.keys(typed).length > 0) keep(typed)
  }, [isKept, typed])
  const guard = useUnsavedGuard(isDirty, { draftKept: isKept })
  const isMember = memberId !== null
  const isActivist = direction === 'out' && !isMember
  const initial = valuesOf(fields)
  return (
    <>
      {isMember && (
        <p className="transfer-person">
          <strong>{fields.personName}</strong>
          {fields.personType !== null && `，${transferPersonTypeLabels[fields.personType]}`}
          ，身份证号 <span className="number">{fields.idNo ?? '未填'}</span>，联系电话{' '}
          <span className="number">{fields.phone ?? '未填'}</span>
          <span className="muted">（以花名册为准，介绍信上印完整号码）</span>
        </p>
      )}
      {offered !== null && (
        <DraftNotice
          words={`已填：${draftText(offered.value)}`}
          updatedAt={offered.updatedAt}
          onContinue={() => {
            setLaidOver(offered.value)
            setIsDecided(true)
          }}
          onDiscard={() => {
            setIsDecided(true)
            draft.discard()
          }}
        />
      )}
      <TransferForm
        isNew
        laidOver={laidOver}
        onTyped={setTyped}
        initial={isActivist ? { ...initial, mode: 'materials', personType: '3' } : initial}
        subject={{ direction, status: firstStatus(direction), isMember, personType: fields.personType }}
        organizations={tree.data?.nodes ?? []}
        busy={create.isPending}
        error={create.error}
        onDirty={setIsDirty}
        onCancel={() => void navigate('/transfers')}
        onSave={(saved) =>
          create.mutate(
            { direction, memberId, fields: { ...saved, materials: [...saved.materials] } },
            {
              onSuccess: ({ id }) => {
                guard.leaveFreely()
                draft.discard()
                undo.done(direction === 'out' ? '已登记转出' : '已登记转入', transferTarget)
                void navigate(`/transfers/${id}`, { replace: true })
              },
            },
          )
        }
      />
      {guard.dialog}
    </>
  )
}
