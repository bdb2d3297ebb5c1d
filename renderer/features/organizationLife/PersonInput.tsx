import { AutoComplete } from 'antd'
import { branchPeople, branchPeopleInput } from '../../lib/branchPeople.ts'
import { useCall } from '../../lib/queries.ts'
import { clearable } from '../../ui/clearable.tsx'

interface PersonInputProps {
  readonly organizationId: string
  readonly id?: string
  /** For readers of screens, where no label is bound. */
  readonly label?: string
  readonly describedBy?: string
  readonly name: string
  readonly isInvalid?: boolean
  readonly disabled?: boolean
  /** With the id of the one person of the branch who is called so. */
  readonly onPerson: (name: string, memberId: string | null) => void
}

/** A name as it is written, tied to the roster where the branch has one person of that name. */
export function PersonInput(props: PersonInputProps) {
  const {
    organizationId,
    id,
    label,
    describedBy,
    name,
    isInvalid = false,
    disabled = false,
    onPerson,
  } = props
  const people = useCall('members.list', branchPeopleInput(organizationId), {
    enabled: organizationId !== '',
  })
  const byName = Map.groupBy(
    people.data === undefined ? [] : branchPeople(people.data),
    (person) => person.name,
  )
  const write = (typed: string): void => {
    const [person, ...others] = byName.get(typed.trim()) ?? []
    onPerson(typed, person !== undefined && others.length === 0 ? person.id : null)
  }
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(isInvalid ? { status: 'error' as const } : {})}
      className="life-person"
      allowClear={clearable}
      maxLength={50}
      disabled={disabled}
      options={[...byName.keys()].map((each) => ({ value: each }))}
      showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed.trim()) }}
      value={name}
      onChange={(next: unknown) => write(typeof next === 'string' ? next : '')}
    />
  )
}
