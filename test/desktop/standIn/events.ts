/** Electron's events carry their own preventDefault. */
export interface StandInEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function standInEvent<T extends object>(facts: T): T & StandInEvent {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}
