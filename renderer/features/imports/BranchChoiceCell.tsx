import { Select } from 'antd'
import type { UnknownBranch } from '#shared/contract/imports.ts'
import type { TreeItem } from '../../ui/tree.ts'
import { TreePicker } from '../../ui/TreePicker.tsx'
import type { BranchChoice, ImportChoices } from './importDraft.ts'

interface BranchChoiceCellProps {
  readonly branch: UnknownBranch
  readonly choice: BranchChoice | null
  readonly others: ImportChoices['otherBranches']
  readonly branches: readonly TreeItem[]
  readonly parents: readonly TreeItem[]
  /** Only a roster makes branches. */
  readonly mayCreate: boolean
  /** What is left out with the name. */
  readonly rows: '人' | '会议'
  /** Null leaves it to the choice for all others. */
  readonly onChoice: (choice: BranchChoice | null) => void
}

const suggested = 'suggested:'

function percent(likeness: number): string {
  return `${Math.round(likeness * 100)}%`
}

function keyOf(choice: BranchChoice | null, branch: UnknownBranch): string {
  if (choice === null) return 'others'
  if (choice.action !== 'match') return choice.action
  const isSuggested = branch.suggestions.some((each) => each.organizationId === choice.organizationId)
  return isSuggested ? suggested + choice.organizationId : 'match'
}

function choiceOf(key: string, firstBranch: string | null): BranchChoice | null {
  if (key.startsWith(suggested)) return { action: 'match', organizationId: key.slice(suggested.length) }
  if (key === 'match' && firstBranch !== null) return { action: 'match', organizationId: firstBranch }
  if (key === 'create') return { action: 'create', parentId: null }
  return key === 'block' ? { action: 'block' } : null
}

/** What becomes of one branch name the ledger does not know. */
export function BranchChoiceCell(props: BranchChoiceCellProps) {
  const { branch, choice, others, branches, parents, mayCreate, rows, onChoice } = props
  const firstBranch = branches.find((item) => item.selectable !== false)?.id ?? null
  const key = keyOf(choice, branch)
  const [best] = branch.suggestions
  const likely = branch.suggestions.map((each) => ({
    value: suggested + each.organizationId,
    label: `${each.shortName}（相近 ${percent(each.likeness)}）`,
  }))
  const options = [
    ...(likely.length === 0 ? [] : [{ label: '匹配到名称相近的党支部', options: likely }]),
    {
      label: '其他处理',
      options: [
        ...(firstBranch === null ? [] : [{ value: 'match', label: '匹配到别的党支部…' }]),
        ...(mayCreate ? [{ value: 'create', label: '新建党支部' }] : []),
        { value: 'block', label: `不导入这些${rows}` },
        {
          value: 'others',
          label: `未选择（${mayCreate && others === 'create' && branch.mustChoose === null ? '新建党支部' : '不导入'}）`,
        },
      ],
    },
  ]
  return (
    <div className="import-branch-choice">
      <Select
        aria-label={`“${branch.name}”怎样处理`}
        options={options}
        value={key}
        popupMatchSelectWidth={340}
        onChange={(next: string) => onChoice(choiceOf(next, firstBranch))}
      />
      {choice === null && branch.mustChoose !== null && (
        <p className="import-branch-why">{branch.mustChoose}</p>
      )}
      {choice === null && best !== undefined && (
        <button
          type="button"
          className="link-button import-branch-best"
          onClick={() => onChoice({ action: 'match', organizationId: best.organizationId })}
        >
          采用：{best.shortName}（相近 {percent(best.likeness)}）
        </button>
      )}
      {key === 'match' && choice?.action === 'match' && (
        <TreePicker
          label={`“${branch.name}”匹配到的党支部`}
          items={branches}
          value={choice.organizationId}
          onChange={(id) => onChoice(id === null ? null : { action: 'match', organizationId: id })}
        />
      )}
      {choice?.action === 'create' && (
        <TreePicker
          label={`“${branch.name}”建在哪里`}
          items={parents}
          placeholder="建在最上级党组织之下"
          allowClear
          value={choice.parentId}
          onChange={(parentId) => onChoice({ action: 'create', parentId })}
        />
      )}
    </div>
  )
}
