import { type ReactNode, useEffect, useRef } from 'react'

/** The part of a step that scrolls. It takes the focus, so that a key still held down does not press what stands where the last button was. */
export function ScrollingBody({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const body = useRef<HTMLElement>(null)
  useEffect(() => {
    body.current?.focus()
  }, [])
  return (
    <section className="import-body" ref={body} tabIndex={-1} aria-label={label}>
      {children}
    </section>
  )
}
