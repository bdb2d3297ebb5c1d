import { Button, Radio, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { UnknownBranch } from '#shared/contract/imports.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { BranchChoiceCell } from './BranchChoiceCell.tsx'
import { useBranchItems } from './branchItems.ts'
import { type BranchChoice, type ImportChoices, withBranches } from './importDraft.ts'
import { kindWords } from './importWords.ts'

interface BranchChoicesProps {
  readonly unknown: readonly UnknownBranch[]
  readonly choices: ImportChoices
  readonly onChoices: (choices: ImportChoices) => void
}

/** Below this, two names are as likely of two neighbouring branches: those are for the eye, one by one. */
const surelyAlike = 0.85

function isSure({ suggestions }: UnknownBranch): boolean {
  return (suggestions[0]?.likeness ?? 0) >= surelyAlike
}

function withBest(choices: ImportChoices, chosen: readonly UnknownBranch[]): ImportChoices {
  let next = choices
  for (const { name, suggestions } of chosen.filter(isSure)) {
    const [best] = suggestions
    if (best === undefined) continue
    next = withBranches(next, [name], { action: 'match', organizationId: best.organizationId })
  }
  return next
}

export function BranchChoices({ unknown, choices, onChoices }: BranchChoicesProps) {
  const items = useBranchItems()
  const [marked, setMarked] = useState<readonly string[]>([])
  const chosen = unknown.filter((branch) => marked.includes(branch.name))
  const people = unknown.reduce((sum, branch) => sum + branch.people, 0)
  const chooseMarked = (choice: BranchChoice): void => onChoices(withBranches(choices, marked, choice))
  const canUseBest = chosen.some(isSure)
  const { unit } = kindWords[choices.kind]
  const mayCreate = choices.kind === 'roster' || choices.kind === 'development'
  const columns: TableColumnsType<UnknownBranch> = [
    { title: '表中写的支部名称', dataIndex: 'name' },
    { title: unit === '人' ? '人数' : '次数', dataIndex: 'people', width: 60, align: 'center' },
    {
      title: '怎样处理',
      key: 'choice',
      width: 640,
      render: (_, branch) => (
        <BranchChoiceCell
          branch={branch}
          choice={choices.branches[branch.name] ?? null}
          others={choices.otherBranches}
          branches={items.branches}
          parents={items.parents}
          mayCreate={mayCreate}
          rows={unit === '人' ? '人' : '会议'}
          onChoice={(choice) => onChoices(withBranches(choices, [branch.name], choice))}
        />
      ),
    },
  ]
  return (
    <SectionCard
      title="对不上的支部名称"
      id="import-branches"
      extra={
        <span className="muted">
          {unknown.length} 个名称、{people} {unit}
        </span>
      }
    >
      <div className="import-branch-bulk">
        <span className="muted">
          {marked.length === 0 ? '勾选后可一并处理' : `已勾选 ${marked.length} 个：`}
        </span>
        <Button disabled={!canUseBest} onClick={() => onChoices(withBest(choices, chosen))}>
          匹配到很相近的（85% 以上）
        </Button>
        {mayCreate && (
          <Button
            disabled={marked.length === 0}
            onClick={() => chooseMarked({ action: 'create', parentId: null })}
          >
            新建
          </Button>
        )}
        <Button disabled={marked.length === 0} onClick={() => chooseMarked({ action: 'block' })}>
          不导入
        </Button>
        {mayCreate && (
          <span className="import-branch-others">
            <span id="other-branches" title="同名不止一个的、已撤销的，须逐个选择，否则不导入">
              未选择的：
            </span>
            <Radio.Group
              aria-labelledby="other-branches"
              options={[
                { label: '新建党支部', value: 'create' },
                { label: '不导入', value: 'block' },
              ]}
              value={choices.otherBranches}
              onChange={(event) =>
                onChoices({ ...choices, otherBranches: event.target.value === 'block' ? 'block' : 'create' })
              }
            />
          </span>
        )}
      </div>
      <Table
        size="small"
        rowKey="name"
        columns={columns}
        dataSource={[...unknown]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        rowSelection={{
          selectedRowKeys: [...marked],
          preserveSelectedRowKeys: true,
          onChange: (keys) => setMarked(keys.map(String)),
          getCheckboxProps: (branch) => ({ 'aria-label': `勾选“${branch.name}”` }),
        }}
      />
    </SectionCard>
  )
}
