import { type RefObject, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/** Brings a part into sight that the address asks for: `?part=goals`. */
export function useAskedFor(part: 'goals' | 'checks'): RefObject<HTMLDivElement | null> {
  const [params] = useSearchParams()
  const anchor = useRef<HTMLDivElement>(null)
  const isAskedFor = params.get('part') === part
  useEffect(() => {
    if (isAskedFor) anchor.current?.scrollIntoView()
  }, [isAskedFor])
  return anchor
}
