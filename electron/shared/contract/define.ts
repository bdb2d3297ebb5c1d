import type { z } from 'zod'
import type { Right } from './rights.ts'

export interface Route<I extends z.ZodType, O> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly right: Right
  /** Type only: carries the output type, never present at run time. */
  readonly __output?: O
}

interface RouteStart<I extends z.ZodType> {
  output<O>(): Route<I, O>
}

/** A route that only reads. */
export function query<I extends z.ZodType>(input: I, right: Right): RouteStart<I> {
  return { output: <O>(): Route<I, O> => ({ kind: 'query', input, right }) }
}

/** A route that may write: one transaction, one audit context. */
export function command<I extends z.ZodType>(input: I, right: Right): RouteStart<I> {
  return { output: <O>(): Route<I, O> => ({ kind: 'command', input, right }) }
}
