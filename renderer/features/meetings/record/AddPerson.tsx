import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { cleanName } from '#shared/lib/text.ts'
import { useCall } from '../../../lib/queries.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'

interface AddPersonProps {
  /** Already on the list. */
  readonly without: readonly string[]
  readonly onAdd: (entry: RollEntry) => void
}

const namedOnly = 'name:'

/** Somebody the day's records do not name: from the roster, or by name alone, with or without a vote here. */
export function AddPerson({ without, onAdd }: AddPersonProps) {
  const [typed, setTyped] = useState('')
  const [isVoter, setIsVoter] = useState(true)
  const text = useDebounced(typed.trim(), 200)
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  const people = (text === '' ? [] : (found.data?.hits ?? [])).filter(
    ({ id, partyStatus }) => isCountedStatus(partyStatus) && !without.includes(id),
  )
  const named = cleanName(typed)
  const add = (memberId: string | null, name: string): void =>
    onAdd({
      memberId,
      name,
      isVoter,
      isFrail: false,
      state: 'present',
      reason: null,
      note: null,
      exempt: null,
      madeUpOn: null,
    })
  return (
    <div className="meeting-add-person">
      <Select<string>
        size="small"
        aria-label="名单里加一人"
        placeholder="名单里加一人：输入姓名查找"
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        notFoundContent={text === '' ? '输入姓名查找；列席人员请写在下面“列席人员”' : '没有找到'}
        value={null}
        options={[
          ...people.map(({ id, name, organizationName }) => ({
            value: id,
            label: `${name}（${organizationName}）`,
          })),
          ...(named === '' ? [] : [{ value: namedOnly, label: `只写姓名“${named}”（不在花名册里）` }]),
        ]}
        onChange={(chosen) => {
          setTyped('')
          if (chosen === namedOnly) return add(null, named)
          const person = people.find(({ id }) => id === chosen)
          if (person !== undefined) add(person.id, person.name)
        }}
      />
      <Checkbox checked={isVoter} onChange={({ target }) => setIsVoter(target.checked)}>
        有表决权
      </Checkbox>
    </div>
  )
}
