/** A wait that must not hold up other calls, where there is time for it. */
export interface SlowStep {
  now(): void
  beside(): Promise<void>
}

/** Work cut into pieces of some milliseconds. */
export type Steps<T> = Generator<SlowStep | undefined, T, void>

/** In one go: an upgrade waits for its backup. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    next.value?.now()
  }
}

/** Between the pieces other calls run; what `breathe` throws ends the work, which tidies up behind itself. */
export async function runBeside<T>(steps: Steps<T>, breathe: () => Promise<void>): Promise<T> {
  try {
    for (;;) {
      const next = steps.next()
      if (next.done === true) return next.value
      await next.value?.beside()
      await breathe()
    }
  } finally {
    closeSteps(steps)
  }
}

/** Runs the `finally` blocks of work that was given up; does nothing after its end. */
function closeSteps(steps: Generator<SlowStep | undefined, unknown, void>): void {
  steps.return(undefined)
}
