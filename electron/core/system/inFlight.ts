/** Work that needs the database to stay open until it has ended. */
export interface InFlight {
  /** Answers what ends it. */
  begin(): () => void
  /** Resolves when all that had begun has ended. */
  settled(): Promise<void>
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>()
  return {
    begin: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      running.add(promise)
      return () => {
        running.delete(promise)
        resolve()
      }
    },
    settled: async () => {
      await Promise.all(running)
    },
  }
}
