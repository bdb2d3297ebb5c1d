import { today } from './today.ts'

/** The year of `?year=`; this one where none is given or it cannot be one. */
export function yearOf(params: URLSearchParams): number {
  const year = Number(params.get('year'))
  return Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : Number(today().slice(0, 4))
}
