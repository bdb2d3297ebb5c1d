import { useSyncExternalStore } from 'react'
import { transport } from './api.ts'
import type { ConnectionState } from './transport.ts'

export function useConnection(): ConnectionState {
  return useSyncExternalStore(transport.subscribe, transport.state)
}
