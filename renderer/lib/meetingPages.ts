/** The page of a branch's year: what it owes and what is missing. */
export function branchYearAddress(organizationId: string, year: number): string {
  return `/meetings/completion/${organizationId}?year=${year}`
}

/** Who came to the meetings of a branch over a year. */
export function attendanceAddress(organizationId: string, year: number): string {
  return `/meetings/attendance/${organizationId}?year=${year}`
}

/** The plan of a branch and year; null to choose the branch there. */
export function planAddress(organizationId: string | null, year: number): string {
  const branch = organizationId === null ? '' : `org=${organizationId}&`
  return `/meetings/plans?${branch}year=${year}`
}
