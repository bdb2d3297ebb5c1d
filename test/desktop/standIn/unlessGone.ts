/** How Playwright and Chromium say that a page has closed or crashed; Playwright exports no class for it. */
const goneMessage = /has been closed|session closed|Target crashed/i

/** For work on behalf of a page: one that has gone meanwhile has nobody to answer, every other error stays loud. */
export async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && goneMessage.test(error.message)) return undefined
    throw error
  }
}
