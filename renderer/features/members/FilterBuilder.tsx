import { Button, Input, Radio, Select } from 'antd'
import { useId, useMemo, useState } from 'react'
import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import { fieldGroupLabels, fieldGroups, isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { useHasRight } from '../../lib/session.ts'
import { codeOptions, matchesOption } from '../../ui/CodeSelect.tsx'
import {
  conditionLabels,
  conditionsOf,
  emptyDraft,
  type FilterDraft,
  type FilterSubject,
  filterSubjects,
  readDraft,
} from './filterDraft.ts'
import { ageLabels } from './filterText.ts'
import { PopPanel } from './PopPanel.tsx'

const subjectOptions = (canReveal: boolean) => [
  {
    label: '推算',
    title: '推算',
    options: (['age', 'partyAge'] as const).map((value) => ({
      value,
      label: ageLabels[value],
      search: ageLabels[value],
    })),
  },
  ...fieldGroups.map((group) => ({
    label: fieldGroupLabels[group],
    title: fieldGroupLabels[group],
    options: filterSubjects(canReveal)
      .filter((field) => memberFields[field].group === group)
      .map((value) => ({ value, label: memberFields[value].label, search: memberFields[value].label })),
  })),
]

interface ValueProps {
  readonly draft: FilterDraft
  readonly onDraft: (draft: FilterDraft) => void
}

function RangeInputs({ draft, onDraft }: ValueProps) {
  const isAge = draft.condition === 'age'
  const hint = isAge ? '周岁，如 60' : '如 1968.07'
  return (
    <div className="filter-range">
      <Input
        aria-label="从"
        placeholder={hint}
        value={draft.from}
        onChange={(event) => onDraft({ ...draft, from: event.target.value })}
      />
      <span>至</span>
      <Input
        aria-label="至"
        placeholder={isAge ? '不限' : '不限'}
        value={draft.to}
        onChange={(event) => onDraft({ ...draft, to: event.target.value })}
      />
    </div>
  )
}

function CodesInput({ draft, onDraft }: ValueProps) {
  const { subject } = draft
  const kind = subject !== null && isMemberField(subject) ? memberFields[subject].kind : null
  if (kind === null || (kind.type !== 'code' && kind.type !== 'codes')) return null
  return (
    <Select
      mode="multiple"
      className="filter-value"
      aria-label="取值"
      placeholder="可选多项"
      showSearch={{ filterOption: matchesOption }}
      options={codeOptions(codeTables[kind.table])}
      value={[...draft.codes]}
      onChange={(codes: string[]) => onDraft({ ...draft, codes })}
    />
  )
}

function ValueInput(props: ValueProps) {
  const { draft, onDraft } = props
  switch (draft.condition) {
    case 'between':
    case 'age':
      return <RangeInputs {...props} />
    case 'in':
      return <CodesInput {...props} />
    case 'is':
      return (
        <Radio.Group
          aria-label="取值"
          value={draft.flag ? 'yes' : 'no'}
          options={[
            { label: '是', value: 'yes' },
            { label: '否', value: 'no' },
          ]}
          onChange={(event) => onDraft({ ...draft, flag: event.target.value === 'yes' })}
        />
      )
    case 'contains':
      return (
        <Input
          aria-label="文字"
          maxLength={50}
          placeholder="包含的文字"
          value={draft.text}
          onChange={(event) => onDraft({ ...draft, text: event.target.value })}
        />
      )
    case 'filled':
    case 'empty':
    case null:
      return null
  }
}

function BuilderForm({ onAdd }: { readonly onAdd: (filter: MemberFilter) => void }) {
  const [draft, setDraft] = useState(emptyDraft)
  const [message, setMessage] = useState<string | null>(null)
  const subjectId = useId()
  const canReveal = useHasRight('member.reveal')
  const options = useMemo(() => subjectOptions(canReveal), [canReveal])
  const conditions = draft.subject === null ? [] : conditionsOf(draft.subject, canReveal)
  const choose = (subject: FilterSubject) => {
    setDraft({ ...emptyDraft, subject, condition: conditionsOf(subject, canReveal)[0] ?? null })
    setMessage(null)
  }
  const add = () => {
    const read = readDraft(draft)
    if (read.ok) onAdd(read.filter)
    else setMessage(read.message)
  }
  return (
    <form
      className="filter-builder"
      aria-label="筛选条件"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <label htmlFor={subjectId}>项目</label>
      <Select<FilterSubject>
        id={subjectId}
        className="filter-value"
        placeholder="选择项目"
        showSearch={{ filterOption: matchesOption }}
        options={options}
        {...(draft.subject === null ? {} : { value: draft.subject })}
        onChange={choose}
      />
      {conditions.length > 1 && (
        <Radio.Group
          aria-label="条件"
          value={draft.condition}
          options={conditions.map((value) => ({ value, label: conditionLabels[value] }))}
          onChange={(event) => {
            const condition = conditions.find((each) => each === event.target.value)
            setDraft({ ...draft, condition: condition ?? null })
            setMessage(null)
          }}
        />
      )}
      <ValueInput draft={draft} onDraft={setDraft} />
      {message !== null && (
        <div className="form-error" role="alert">
          {message}
        </div>
      )}
      <div className="dialog-buttons">
        <Button type="primary" htmlType="submit" disabled={draft.subject === null}>
          添加
        </Button>
      </div>
    </form>
  )
}

/** Builds one condition by field and range. */
export function FilterBuilder({ onAdd }: { readonly onAdd: (filter: MemberFilter) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <PopPanel label="添加筛选" button="添加筛选" placement="bottomLeft" open={open} onOpen={setOpen}>
      <BuilderForm
        onAdd={(filter) => {
          setOpen(false)
          onAdd(filter)
        }}
      />
    </PopPanel>
  )
}
