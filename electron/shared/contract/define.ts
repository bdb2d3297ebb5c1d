import type { z } from 'zod'
import type { Right } from './rights.ts'

type RouteKind = 'query' | 'command'

export interface Route<I extends z.ZodType, O, K extends RouteKind = RouteKind> {
  readonly kind: K
  readonly input: I
  readonly right: Right
  /** Type only: carries the output type, never present at run time. */
  readonly __output?: O
}

interface RouteStart<I extends z.ZodType, K extends RouteKind> {
  output<O>(): Route<I, O, K>
}

/** A route that only reads. */
export function query<I extends z.ZodType>(input: I, right: Right): RouteStart<I, 'query'> {
  return { output: <O>(): Route<I, O, 'query'> => ({ kind: 'query', input, right }) }
}

/** A route that may write: one transaction, one audit context. */
export function command<I extends z.ZodType>(input: I, right: Right): RouteStart<I, 'command'> {
  return { output: <O>(): Route<I, O, 'command'> => ({ kind: 'command', input, right }) }
}
