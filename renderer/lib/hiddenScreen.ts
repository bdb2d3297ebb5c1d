/** The attribute of an element inside the root that shows records and is not React's own: React goes on with it wherever it is. */
export const recordScreen = 'data-records'

/** Hides what it was made for until it is called. */
export type PutBack = () => void

/** Elements out of the document scroll back to their start. */
function scrolledWithin(part: Element): readonly PutBack[] {
  return [part, ...part.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => {
      const { scrollTop, scrollLeft } = element
      return () => {
        element.scrollTop = scrollTop
        element.scrollLeft = scrollLeft
      }
    })
}

function partsOf({ body }: Document): readonly Element[] {
  const beside = [...body.children].filter(({ id, tagName }) => id !== 'root' && tagName !== 'SCRIPT')
  return [...body.querySelectorAll(`#root [${recordScreen}]`), ...beside]
}

/** What was searched for stands in the address bar behind a question mark. */
function shortenAddress({ location, history }: Window): PutBack {
  const { hash } = location
  const [path = ''] = hash.split('?')
  if (path === hash) return () => undefined
  history.replaceState(history.state, '', path)
  return () => {
    if (location.hash === path) history.replaceState(history.state, '', hash)
  }
}

/**
 * Takes the pages, and whatever stands beside the root (dialogs, lists, copies of fields for measuring), out of the
 * document: no search, screen reader or look at the page's source finds a record. What was typed stays in memory;
 * the answer puts everything back with its scrolling and the focus.
 */
export function takeOutOfSight(window: Window): PutBack {
  const { document } = window
  const focused = document.activeElement
  const parts = partsOf(document)
  const scrolled = parts.flatMap(scrolledWithin)
  const places = parts.map((part) => {
    const place = document.createComment('')
    part.replaceWith(place)
    return { part, place }
  })
  const lengthenAddress = shortenAddress(window)
  return () => {
    lengthenAddress()
    for (const { part, place } of places) place.replaceWith(part)
    for (const scrollBack of scrolled) scrollBack()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
