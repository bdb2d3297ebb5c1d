import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Role, roleHasRight } from '#shared/contract/rights.ts'
import { errorText } from '../lib/errorText.ts'
import { useCall } from '../lib/queries.ts'
import { useDebounced } from '../lib/useDebounced.ts'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import {
  commandItems,
  memberItems,
  organizationItems,
  type PaletteItem,
  rosterItems,
} from './paletteItems.ts'
import { PaletteList } from './PaletteList.tsx'

const debounceMs = 60

interface Found {
  readonly items: readonly PaletteItem[]
  readonly isSearching: boolean
  readonly error: unknown
}

function useFound(typed: string, isOpen: boolean, role: Role): Found {
  const text = useDebounced(typed.trim().slice(0, 50), debounceMs)
  const search = useCall(
    'members.search',
    { text: text === '' ? '-' : text, limit: 8 },
    { enabled: isOpen && text !== '', keepPrevious: true },
  )
  const tree = useCall('organizations.tree', { includeEnded: true }, { enabled: isOpen })
  const hits = text === '' ? undefined : search.data?.hits
  const nodes = tree.data?.nodes
  const items = useMemo(
    () => [
      ...memberItems(hits ?? []),
      ...(hits !== undefined && hits.length > 0 ? rosterItems(text) : []),
      ...organizationItems(nodes ?? [], text),
      ...commandItems(text, role),
    ],
    [hits, nodes, text, role],
  )
  return { items, isSearching: text !== '' && search.isPending, error: text === '' ? null : search.error }
}

/** The one box that finds people, organisations and things to do. */
export function GlobalSearch({ role }: { readonly role: Role }) {
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const navigate = useNavigate()
  const { items, isSearching, error } = useFound(typed, isOpen, role)
  const placeholder = `姓名、拼音、首字母、${roleHasRight(role, 'member.reveal') ? '证件号或电话的一部分' : '完整的证件号或手机号'}`
  const activeIndex = Math.min(active, items.length - 1)

  const focus = (): void => {
    input.current?.focus()
    input.current?.select()
  }
  useShortcut('Ctrl+K', '查找党员、党组织或操作', focus)
  useShortcut('/', '查找党员、党组织或操作', focus)

  const close = (): void => {
    setIsOpen(false)
    input.current?.blur()
  }
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined) return
    setTyped('')
    close()
    void navigate(item.to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      setActive((activeIndex + step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      choose(items[activeIndex])
    } else if (event.key === 'Escape') {
      setTyped('')
      close()
    } else return
    event.preventDefault()
  }
  return (
    <search className="global-search">
      <Icon name="search" />
      <input
        ref={input}
        role="combobox"
        type="text"
        aria-label="查找党员、党组织或操作"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && activeIndex >= 0 ? `${listId}-${activeIndex}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={50}
        placeholder={placeholder}
        value={typed}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setIsOpen(true)
        }}
      />
      <kbd className="kbd" aria-hidden="true">
        Ctrl K
      </kbd>
      {isOpen && (
        <PaletteList
          id={listId}
          items={items}
          active={activeIndex}
          note={
            error !== null && error !== undefined
              ? errorText(error)
              : isSearching
                ? '正在查找…'
                : items.length === 0
                  ? '没有找到。可试拼音、首字母，或证件号的一部分'
                  : null
          }
          onChoose={choose}
          onPoint={setActive}
        />
      )}
    </search>
  )
}
