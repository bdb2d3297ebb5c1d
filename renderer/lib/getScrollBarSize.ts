/**
 * Stands in for @rc-component/util's file of this name (electron.vite.config.ts), which writes a style element without the
 * nonce, so that each table would be a violation of the content policy. Our scroll bars have no styles of their own to copy.
 */
interface ScrollBarSize {
  readonly width: number
  readonly height: number
}

function measure(): ScrollBarSize {
  const box = document.createElement('div')
  Object.assign(box.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    width: '100px',
    height: '100px',
    overflow: 'scroll',
  })
  document.body.append(box)
  const size = { width: box.offsetWidth - box.clientWidth, height: box.offsetHeight - box.clientHeight }
  box.remove()
  return size
}

export function getTargetScrollBarSize(): ScrollBarSize {
  return measure()
}

// oxlint-disable-next-line import/no-default-export -- the file it stands in for has one
export default function getScrollBarSize(): number {
  return measure().width
}
