import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { matchesKeys } from './keys.ts'
import { createShortcutRegistry, isTyping, isWriting, type Shortcut, ShortcutContext } from './shortcuts.ts'
import { useTabLeavesLists } from './useTabLeavesLists.ts'
import './form.css'

/** Keys that work everywhere without being registered. */
const standing: readonly Pick<Shortcut, 'keys' | 'label'>[] = [
  { keys: 'Enter', label: '表单中移到下一项' },
  { keys: 'Esc', label: '关闭对话框或下拉列表' },
  { keys: 'F1', label: '显示本页快捷键' },
]

/** Of those for the same keys the last, which is the one that runs. */
function inForce(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return shortcuts.filter(
    ({ keys }, index) => shortcuts.findLastIndex((each) => each.keys === keys) === index,
  )
}

/** Catches the keys for the whole window and shows the list of them at F1. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry)
  useTabLeavesLists()
  const [shown, setShown] = useState<readonly Pick<Shortcut, 'keys' | 'label'>[] | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.key === 'F1') {
        event.preventDefault()
        setShown(inForce(registry.list()))
        return
      }
      const found = registry.list().findLast((shortcut) => matchesKeys(event, shortcut.keys))
      if (found === undefined || (!found.keys.includes('+') && isTyping(event.target))) return
      if (found.yieldsToText === true && isWriting(event.target)) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [registry])
  const byLabel = Map.groupBy([...(shown ?? []), ...standing], ({ label }) => label)
  return (
    <ShortcutContext value={registry}>
      {children}
      <Dialog open={shown !== null} title="快捷键" onClose={() => setShown(null)} isReading>
        <dl className="shortcut-list">
          {[...byLabel].map(([label, shortcuts]) => (
            <div className="explanation-row" key={label}>
              <dt>
                {[...new Set(shortcuts.map(({ keys }) => keys))].map((keys) => (
                  <span className="shortcut-keys" key={keys}>
                    {keys.split('+').map((key) => (
                      <kbd className="kbd" key={key}>
                        {key}
                      </kbd>
                    ))}
                  </span>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </ShortcutContext>
  )
}
