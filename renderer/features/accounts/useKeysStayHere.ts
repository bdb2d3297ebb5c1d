import { useEffect } from 'react'

function stop(event: Event): void {
  event.stopPropagation()
}

/** Keys never reach the document or the window, where the shortcuts of the pages and their open panels listen. */
export function useKeysStayHere(): void {
  useEffect(() => {
    const { body } = document
    body.addEventListener('keydown', stop)
    body.addEventListener('keyup', stop)
    return () => {
      body.removeEventListener('keydown', stop)
      body.removeEventListener('keyup', stop)
    }
  }, [])
}
