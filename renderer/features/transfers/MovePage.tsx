import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { branchPeople, branchPeopleInput, mostBranchPeople } from '../../lib/branchPeople.ts'
import { useCall } from '../../lib/queries.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeopleChoice } from '../../ui/PeopleChoice.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { useUndo } from '../../ui/undo.ts'
import { branchItems } from './branchItems.ts'
import { MoveForm } from './MoveForm.tsx'
import { transferTarget } from './transferView.ts'
import './transfers.css'

const back = [{ label: '组织关系转接', to: '/transfers' }]
const nobody: ReadonlySet<string> = new Set()

/** 支部间调动: people of one branch to another of the street, on one day, without letters. The address says out of which. */
export function MovePage() {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nobody)
  const tree = useCall('organizations.tree', { includeEnded: false })
  const items = useMemo(() => branchItems(tree.data?.nodes ?? []), [tree.data])
  const from = params.get('from')
  const undo = useUndo()
  return (
    <Page title="支部间调动" breadcrumb={back}>
      <div className="transfer-move">
        <SectionCard title="调动谁">
          <FormRow label="现在的党支部" required>
            {({ id }) => (
              <TreePicker
                id={id}
                items={items}
                value={from}
                placeholder="选择党支部"
                onChange={(next) => {
                  setChosen(nobody)
                  setParams(next === null ? {} : { from: next }, { replace: true })
                }}
              />
            )}
          </FormRow>
          {from !== null && <People from={from} chosen={chosen} onChoose={setChosen} />}
        </SectionCard>
        <SectionCard title="调到哪里">
          <MoveForm
            ids={[...chosen]}
            items={items.filter(({ id }) => id !== from)}
            onDone={(count) => {
              undo.done(`已调动 ${count} 人`, transferTarget)
              void navigate('/transfers')
            }}
            onCancel={() => void navigate('/transfers')}
          />
        </SectionCard>
      </div>
    </Page>
  )
}

interface PeopleProps {
  readonly from: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

function People({ from, chosen, onChoose }: PeopleProps) {
  const people = useCall('members.list', branchPeopleInput(from))
  return (
    <QueryBoundary query={people} what="查看党员" lines={6}>
      {(page) =>
        page.total === 0 ? (
          <EmptyState inline title="这个党支部没有在册党员" />
        ) : (
          <>
            <PeopleChoice label="党员" people={branchPeople(page)} chosen={chosen} onChoose={onChoose} />
            {page.total > mostBranchPeople && (
              <p className="muted small">只列出前 {mostBranchPeople} 人，请分批调动。</p>
            )}
          </>
        )
      }
    </QueryBoundary>
  )
}
