/** Tabs of one browser share a session: what one of them does to it, the others must see. */
const channelName = 'session'
const activeKey = 'activeAt'

/** Says that somebody signed in, out, locked or unlocked. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(null)
  channel.close()
}

/** Called when another tab has said so. */
export function listenToOtherTabs(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', listener)
  return () => channel.close()
}

/** When somebody last used any tab, in milliseconds of the wall clock. */
export function lastActiveAt(): number {
  return Number(localStorage.getItem(activeKey) ?? 0)
}

export function noteActive(atMs: number): void {
  localStorage.setItem(activeKey, String(atMs))
}
