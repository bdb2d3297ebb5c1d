/** The newest few, so that a clerk who changes a choice does not wait for the parser again. */
export function createShelf<T>(size: number) {
  const items = new Map<string, T>()
  return {
    get: (key: string) => items.get(key),
    put: (key: string, item: T) => {
      items.delete(key)
      items.set(key, item)
      for (const oldest of [...items.keys()].slice(0, Math.max(0, items.size - size))) items.delete(oldest)
    },
    drop: (isMeant: (item: T) => boolean) => {
      for (const [key, item] of items) if (isMeant(item)) items.delete(key)
    },
  }
}
