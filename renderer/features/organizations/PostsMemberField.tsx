import { Select } from 'antd'
import { useState } from 'react'
import { type Control, useController } from 'react-hook-form'
import { useCall } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import type { PostForm, PostFormInput } from './postsForm.ts'

interface PostsMemberFieldProps {
  readonly control: Control<PostFormInput, unknown, PostForm>
  /** Of whom the record already names; null for a new one. */
  readonly knownName: string | null
}

const typingPauseMs = 200

/** A member found by name or pinyin. */
export function PostsMemberField({ control, knownName }: PostsMemberFieldProps) {
  const { field, fieldState } = useController({ control, name: 'memberId' })
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), typingPauseMs)
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  const hits = text === '' ? [] : (found.data?.hits ?? [])
  const own =
    field.value !== null && knownName !== null && typed === ''
      ? [{ value: field.value, label: knownName }]
      : []
  return (
    <FormRow label="党员" required error={fieldState.error?.message}>
      {(ids) => (
        <Select<string>
          {...ids}
          ref={field.ref}
          className="posts-member"
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder="输入姓名、拼音首字母查找"
          notFoundContent={text === '' ? '输入姓名查找' : '花名册里没有找到'}
          options={[
            ...own,
            ...hits.map((hit) => ({
              value: hit.id,
              label: `${hit.name}（${hit.organizationName}，${hit.maskedIdNo}）`,
            })),
          ]}
          {...(field.value === null ? {} : { value: field.value })}
          onBlur={field.onBlur}
          onChange={(id) => field.onChange(id)}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
