import { Select } from 'antd'
import type { ElectionVoter } from '#shared/contract/electionRows.ts'
import { matchesOption } from '../../ui/CodeSelect.tsx'

interface PersonPickerProps {
  readonly label: string
  readonly people: readonly (ElectionVoter & { readonly memberId: string })[]
  /** Already on the list. */
  readonly without: readonly string[]
  readonly disabled?: boolean
  readonly onChoose: (memberId: string) => void
}

/** Somebody of the organisation who has a vote, found by typing part of the name. */
export function PersonPicker({ label, people, without, disabled = false, onChoose }: PersonPickerProps) {
  const names = Map.groupBy(people, ({ name }) => name)
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      disabled={disabled}
      showSearch={{ filterOption: matchesOption }}
      value={null}
      notFoundContent="没有这名党员，或没有选举权"
      options={people
        .filter(({ memberId }) => !without.includes(memberId))
        .map(({ memberId, name, organizationName }) => ({
          value: memberId,
          label: (names.get(name)?.length ?? 0) > 1 ? `${name}（${organizationName}）` : name,
          search: name.toLowerCase(),
        }))}
      onChange={onChoose}
    />
  )
}
