import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { CallError } from './callError.ts'

/** A session that has ended is noticed at the next call, whichever page makes it: the gate then asks to sign in. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof CallError && error.code === 'SIGN_IN_REQUIRED') {
      void client.invalidateQueries({ queryKey: ['accounts'] })
    }
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Infinity,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
