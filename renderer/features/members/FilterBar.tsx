import { Button, Input, type InputRef, Select, Tag } from 'antd'
import { type ReactNode, type Ref, useEffect, useEffectEvent, useState } from 'react'
import { codeTables } from '#shared/labels/codeTables.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { FilterBuilder } from './FilterBuilder.tsx'
import { chipsOf, countedText } from './filterText.ts'
import { FindingFilter } from './FindingFilter.tsx'
import { emptyView, type ListView, withFindings } from './listView.ts'
import './filters.css'

interface FilterBarProps {
  readonly view: ListView
  readonly onView: (view: ListView) => void
  readonly organizationName: string | null
  readonly textRef: Ref<InputRef>
  readonly end: ReactNode
}

const typingPauseMs = 110

const typeOptions = [
  { value: '', label: '全部类别' },
  ...codeTables.personType.map(({ code, name }) => ({ value: code, label: name })),
]

const statusOptions = [
  { value: 'counting', label: '在册', title: countedText },
  { value: 'all', label: '全部党籍状态' },
  ...codeTables.partyStatus.map(({ code, name }) => ({ value: code, label: name })),
]

function TextFilter({ view, onView, textRef }: Pick<FilterBarProps, 'view' | 'onView' | 'textRef'>) {
  const [typed, setTyped] = useState(view.text ?? '')
  const [seen, setSeen] = useState(view.text)
  const settled = useDebounced(typed, typingPauseMs)
  if (seen !== view.text) {
    setSeen(view.text)
    if ((view.text ?? '') !== typed.trim()) setTyped(view.text ?? '')
  }
  const search = useEffectEvent((words: string) => {
    const text = words.trim() === '' ? null : words.trim()
    if (words === typed && text !== view.text) onView({ ...view, text })
  })
  useEffect(() => search(settled), [settled])
  return (
    <Input
      ref={textRef}
      className="filter-text"
      type="search"
      aria-label="姓名、拼音、身份证号、手机号或支部"
      placeholder="姓名、拼音、证号、手机、支部"
      allowClear
      maxLength={50}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

export function FilterBar({ view, onView, organizationName, textRef, end }: FilterBarProps) {
  const chips = chipsOf(view, organizationName)
  const status = view.status === 'counting' || view.status === 'all' ? view.status : (view.status[0] ?? 'all')
  return (
    <>
      <Toolbar label="筛选" end={end}>
        <TextFilter view={view} onView={onView} textRef={textRef} />
        <Select
          aria-label="人员类别"
          className="filter-type"
          options={typeOptions}
          value={view.personTypes[0] ?? ''}
          onChange={(code: string) => onView({ ...view, personTypes: code === '' ? [] : [code] })}
        />
        <Select
          aria-label="党籍状态"
          className="filter-status"
          options={statusOptions}
          value={status}
          onChange={(code: string) =>
            onView({ ...view, status: code === 'counting' || code === 'all' ? code : [code] })
          }
        />
        <FindingFilter chosen={view.findings} onChoose={(findings) => onView(withFindings(view, findings))} />
        <FilterBuilder onAdd={(filter) => onView({ ...view, filters: [...view.filters, filter] })} />
      </Toolbar>
      {chips.length > 0 && (
        <fieldset className="filter-chips" aria-label="已加的筛选">
          {chips.map((chip) => (
            <Tag
              key={chip.key}
              className="filter-chip"
              title={chip.text}
              closable={{ 'aria-label': `去掉筛选 ${chip.text}` }}
              onClose={(event) => {
                event.preventDefault()
                onView(chip.without)
              }}
            >
              <span className="ellipsis">{chip.text}</span>
            </Tag>
          ))}
          <Button type="link" size="small" onClick={() => onView({ ...emptyView, sort: view.sort })}>
            清除全部筛选
          </Button>
        </fieldset>
      )}
    </>
  )
}
