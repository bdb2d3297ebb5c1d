import { Select } from 'antd'
import { useState } from 'react'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { useCall } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { FormRow } from '../../ui/FormRow.tsx'

interface MemberSearchProps {
  readonly label: string
  readonly error: string | undefined
  readonly onChoose: (id: string) => void
}

/** Somebody who counts in the roster, by name or pinyin. */
export function MemberSearch({ label, error, onChoose }: MemberSearchProps) {
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 200)
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  // Who has left already has no 组织关系 here.
  const hits = (text === '' ? [] : (found.data?.hits ?? [])).filter(({ partyStatus }) =>
    isCountedStatus(partyStatus),
  )
  return (
    <FormRow label={label} required error={error} wide>
      {(ids) => (
        <Select<string>
          {...ids}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder="输入姓名、拼音首字母查找"
          notFoundContent={text === '' ? '输入姓名查找' : '在册党员里没有找到'}
          options={hits.map((hit) => ({
            value: hit.id,
            label: `${hit.name}（${hit.organizationName}，${hit.maskedIdNo}）`,
          }))}
          onChange={onChoose}
          {...(error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
