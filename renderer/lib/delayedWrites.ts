type Flush = () => Promise<void>

const waiting = new Set<Flush>()

/** Whoever stores something after a pause says here how to store it at once. */
export function addDelayedWrite(flush: Flush): () => void {
  waiting.add(flush)
  return () => {
    waiting.delete(flush)
  }
}

/** Stores everything that still waits: the screen is about to be locked or left. Never rejects. */
export async function flushDelayedWrites(): Promise<void> {
  await Promise.allSettled([...waiting].map((flush) => flush()))
}
