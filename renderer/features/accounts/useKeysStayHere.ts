import { useEffect } from 'react'

function stop(event: Event): void {
  event.stopPropagation()
}

/** Keys never reach the window, where the shortcuts of the hidden pages and their open dialogs listen. */
export function useKeysStayHere(): void {
  useEffect(() => {
    document.addEventListener('keydown', stop)
    document.addEventListener('keyup', stop)
    return () => {
      document.removeEventListener('keydown', stop)
      document.removeEventListener('keyup', stop)
    }
  }, [])
}
