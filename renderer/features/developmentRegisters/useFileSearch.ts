import { useState } from 'react'
import { courseStateLabels } from '#shared/labels/development.ts'
import { useCall } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'

interface FoundFile {
  readonly value: string
  readonly label: string
  readonly name: string
  readonly organizationName: string
}

const typingPauseMs = 200

/** Development files by part of the name, pinyin or a whole ID number. */
export function useFileSearch(): {
  readonly options: readonly FoundFile[]
  readonly onSearch: (typed: string) => void
  /** For an empty list. */
  readonly hint: string
} {
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), typingPauseMs)
  const found = useCall(
    'development.list',
    {
      organizationId: null,
      text: text === '' ? null : text,
      states: [],
      finding: null,
      dueBy: null,
      sort: 'name',
      offset: 0,
      limit: 20,
    },
    { enabled: text !== '', keepPrevious: true },
  )
  const options = (text === '' ? [] : (found.data?.rows ?? [])).map(
    ({ id, name, organizationName, state }) => ({
      value: id,
      label: `${name}（${organizationName}，${courseStateLabels[state]}）`,
      name,
      organizationName,
    }),
  )
  return {
    options,
    onSearch: setTyped,
    hint: text === '' ? '输入姓名、拼音首字母查找' : '没有找到这个人的发展档案',
  }
}
