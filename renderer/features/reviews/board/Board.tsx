import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { BoardRow, CampaignDetail } from '#shared/contract/reviewRows.ts'
import { type FlowStepKey, flowTable } from '#shared/domain/reviews/flow.ts'
import { useCall } from '../../../lib/queries.ts'
import { campaignAddress } from '../../../lib/reviewAddresses.ts'
import { useHasRight } from '../../../lib/session.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../../ui/OrganizationFilter.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { BoardGrid } from './BoardGrid.tsx'
import { boardViewOf, countsByNext, shownRows, withBelow } from './boardView.ts'
import { CampaignNotes } from './CampaignNotes.tsx'
import { NextStepCard } from './NextStepCard.tsx'
import { RegisterStepDialog } from './RegisterStepDialog.tsx'
import { likelyStep } from './registering.ts'
import { EditSubjectDialog, RemoveSubjectDialog } from './SubjectDialogs.tsx'

interface BoardProps {
  readonly campaign: CampaignDetail
  readonly rows: readonly BoardRow[]
}

type Asked =
  | { readonly kind: 'register'; readonly rows: readonly BoardRow[]; readonly step: FlowStepKey }
  | { readonly kind: 'edit' | 'remove'; readonly row: BoardRow }

/** The board with its filters, and what may be done for those who are ticked. */
export function Board({ campaign, rows }: BoardProps) {
  const { id } = campaign
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = boardViewOf(params)
  const canWrite = useHasRight('organization.write')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const tree = useCall('organizations.tree', { includeEnded: true })
  const { organizationId } = view
  const organizations = organizationId === null ? null : withBelow(tree.data?.nodes ?? [], organizationId)
  const within = shownRows(rows, null, organizations)
  const shown = shownRows(within, view.step, null)
  // Who is filtered away is not ticked any more.
  const chosen = shown.filter((row) => ticked.has(row.id))
  const [only, ...others] = chosen
  const one = others.length === 0 ? only : undefined
  const register = (people: readonly BoardRow[], step: FlowStepKey): void =>
    setAsked({ kind: 'register', rows: people, step })
  const close = (): void => setAsked(null)
  return (
    <div className="board-page">
      <CampaignNotes campaign={campaign} />
      <NextStepCard campaign={campaign} rows={within} canWrite={canWrite} onRegister={register} />
      <div className="board-chosen">
        <LinkTabs
          label="按下一步筛选"
          tabs={[
            {
              to: campaignAddress(id, { organizationId }),
              label: '全部',
              count: within.length,
              isCurrent: view.step === null,
            },
            ...countsByNext(within).map(({ step, count }) => ({
              to: campaignAddress(id, { organizationId, step }),
              label: step === 'done' ? '已办结' : `待${flowTable[step].name}`,
              count,
              isCurrent: view.step === step,
            })),
          ]}
        />
        <OrganizationFilter
          value={organizationId}
          onChoose={(next) => void navigate(campaignAddress(id, { organizationId: next, step: view.step }))}
        />
        {canWrite && (
          <div className="board-chosen board-doing">
            <span className="muted" aria-live="polite">
              {chosen.length === 0 ? '勾选后可以成批登记' : `已选 ${chosen.length} 人`}
            </span>
            <Button disabled={chosen.length === 0} onClick={() => register(chosen, likelyStep(chosen))}>
              登记步骤
            </Button>
            {campaign.isOwn && (
              <>
                <Button
                  disabled={one === undefined}
                  onClick={() => one !== undefined && setAsked({ kind: 'edit', row: one })}
                >
                  修改述职人
                </Button>
                <Button
                  disabled={one === undefined}
                  onClick={() => one !== undefined && setAsked({ kind: 'remove', row: one })}
                >
                  移除
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title="没有符合条件的述职人"
          actions={<LinkButton to={campaignAddress(id)}>看全部</LinkButton>}
        />
      ) : (
        <BoardGrid
          campaignId={id}
          steps={campaign.steps}
          rows={shown}
          chosen={new Set(chosen.map((row) => row.id))}
          canWrite={canWrite}
          onChoose={setTicked}
          onRegister={(row, step) => register([row], step)}
        />
      )}
      {asked?.kind === 'register' && (
        <RegisterStepDialog campaign={campaign} rows={asked.rows} step={asked.step} onClose={close} />
      )}
      {asked?.kind === 'edit' && <EditSubjectDialog campaign={campaign} row={asked.row} onClose={close} />}
      {asked?.kind === 'remove' && (
        <RemoveSubjectDialog campaign={campaign} row={asked.row} onClose={close} />
      )}
    </div>
  )
}
