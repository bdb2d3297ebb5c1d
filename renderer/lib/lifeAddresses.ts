/** Kept once for a branch and a year. */
export type YearlyPart = 'life' | 'appraisals'

interface Asked {
  readonly organizationId?: string | null
  readonly year?: number | null
  /** The branches that have none. */
  readonly without?: boolean
  readonly page?: number
}

function withParams(path: string, params: Readonly<Record<string, string | null | undefined>>): string {
  const kept = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  )
  const text = new URLSearchParams(kept).toString()
  return text === '' ? path : `${path}?${text}`
}

function params({ organizationId, year, without = false, page = 1 }: Asked) {
  return {
    org: organizationId,
    year: year?.toString(),
    without: without ? '1' : null,
    page: page > 1 ? String(page) : null,
  }
}

/** The year's list of 组织生活会, or of 民主评议党员. */
export function yearlyAddress(part: YearlyPart, asked: Asked = {}): string {
  return withParams(`/meetings/${part}`, params(asked))
}

export function yearlyRecordAddress(part: YearlyPart, id: string): string {
  return `/meetings/${part}/${id}`
}

/** The form of a new one with what is known already. */
export function newYearlyAddress(
  part: YearlyPart,
  asked: Pick<Asked, 'organizationId' | 'year'> = {},
): string {
  return withParams(`/meetings/${part}/new`, params(asked))
}

interface TalksAsked extends Asked {
  readonly relation?: string | null
  /** The one that is open. */
  readonly talkId?: string | null
}

/** The year's 谈心谈话; `without`: who of a branch has none. */
export function talksAddress({ relation, talkId, ...asked }: TalksAsked = {}): string {
  return withParams('/meetings/talks', { ...params(asked), relation, talk: talkId })
}
