import { type ReactNode, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { recordScreen } from '../lib/hiddenScreen.ts'

/** Draws the pages into an element of their own, which the lock takes out of the document while React goes on with it. */
export function RecordScreen({ children }: { readonly children: ReactNode }) {
  const [screen, setScreen] = useState<HTMLElement | null>(null)
  // In the document before the pages are drawn, so that what takes the focus at once can have it.
  const attach = useCallback((place: HTMLDivElement) => {
    const made = document.createElement('div')
    made.className = 'pages'
    made.setAttribute(recordScreen, '')
    place.append(made)
    setScreen(made)
    return () => made.remove()
  }, [])
  return (
    <div className="pages-place" ref={attach}>
      {screen !== null && createPortal(children, screen)}
    </div>
  )
}
