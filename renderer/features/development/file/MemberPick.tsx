import { Select } from 'antd'
import { useState } from 'react'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { branchPeople, branchPeopleInput } from '../../../lib/branchPeople.ts'
import { useCall } from '../../../lib/queries.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'

export interface PickedPerson {
  /** Null for a name that is not in the roster. */
  readonly memberId: string | null
  readonly name: string
}

interface MemberPickProps {
  readonly label: string
  readonly branchId: string
  /** Already on the list. */
  readonly without: readonly (string | null)[]
  readonly onPick: (person: PickedPerson) => void
}

const typingPauseMs = 200
const namedOnly = 'name:'

/** Somebody who may vouch: the full members of the branch first, anybody of the roster by name, else a name alone. */
export function MemberPick({ label, branchId, without, onPick }: MemberPickProps) {
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), typingPauseMs)
  const branch = useCall('members.list', branchPeopleInput(branchId))
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  const own = branch.data === undefined ? [] : branchPeople(branch.data)
  const people =
    text === ''
      ? own.filter(({ isFull }) => isFull).map(({ id, name }) => ({ id, name, note: '本支部' }))
      : (found.data?.hits ?? [])
          .filter(({ partyStatus }) => isCountedStatus(partyStatus))
          .map(({ id, name, organizationName, personType }) => ({
            id,
            name,
            note: `${organizationName}，${codeName('personType', personType) ?? ''}`,
          }))
  const options = [
    ...people
      .filter(({ id }) => !without.includes(id))
      .map(({ id, name, note }) => ({ value: id, label: `${name}（${note}）` })),
    ...(text === '' ? [] : [{ value: `${namedOnly}${text}`, label: `只写姓名“${text}”（不在花名册里）` }]),
  ]
  return (
    <Select<string>
      aria-label={label}
      className="dev-pick"
      placeholder={`${label}：选本支部正式党员，或输入姓名查找`}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      notFoundContent="本支部没有可选的正式党员，请输入姓名查找"
      value={null}
      options={options}
      onChange={(chosen) => {
        setTyped('')
        if (chosen.startsWith(namedOnly)) {
          onPick({ memberId: null, name: chosen.slice(namedOnly.length) })
          return
        }
        const person = people.find(({ id }) => id === chosen)
        if (person !== undefined) onPick({ memberId: person.id, name: person.name })
      }}
    />
  )
}
