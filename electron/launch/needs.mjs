/** @typedef {{ readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage */
/** @typedef {{ readonly packages?: Readonly<Record<string, LockedPackage>> }} Lock */
/** @typedef {{ readonly major: number, readonly minor: number }} NodeVersion */
/** @typedef {'electron' | 'browser'} Shell */

/** @param {LockedPackage} locked */
function isOptional({ optional, devOptional }) {
  return optional === true || devOptional === true
}

/**
 * npm records what it put into node_modules in node_modules/.package-lock.json. Optional packages differ from system to system.
 * @param {Lock} lock
 * @param {Lock | undefined} installed
 */
export function needsInstall(lock, installed) {
  if (installed === undefined) return true
  const { '': _ownPackage, ...wanted } = lock.packages ?? {}
  const have = installed.packages ?? {}
  const isStale = Object.entries(have).some(
    ([path, locked]) => wanted[path] === undefined && !isOptional(locked),
  )
  if (isStale) return true
  return Object.entries(wanted).some(([path, locked]) => {
    const present = have[path]
    return present === undefined ? !isOptional(locked) : present.version !== locked.version
  })
}

/**
 * @param {string} text as process.version or `node --version` give it
 * @returns {NodeVersion}
 */
export function parseNodeVersion(text) {
  const [major, minor] = text.trim().replace(/^v/, '').split('.').map(Number)
  return { major: major ?? 0, minor: minor ?? 0 }
}

/**
 * better-sqlite3 13 segfaults below 22.14.
 * @param {NodeVersion} version
 */
export function canRunApp({ major, minor }) {
  return major > 22 || (major === 22 && minor >= 14)
}

/**
 * Node runs TypeScript unasked from 22.18 (23.6) on.
 * @param {NodeVersion} version
 * @returns {readonly string[]}
 */
export function nodeFlags({ major, minor }) {
  const isUnasked = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
  return isUnasked ? [] : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']
}

/**
 * @param {readonly number[]} sourceTimesMs
 * @param {readonly (number | undefined)[]} outputTimesMs undefined where an output is missing
 */
export function needsBuild(sourceTimesMs, outputTimesMs) {
  const newest = sourceTimesMs.reduce((max, time) => Math.max(max, time), 0)
  return outputTimesMs.some((time) => time === undefined || time < newest)
}

/**
 * @param {{ readonly hasChromium: boolean, readonly hasChineseFont: boolean, readonly hasOffice: boolean, readonly hasPoppler: boolean, readonly withDocuments: boolean }} found
 * @returns {readonly string[]} Debian packages
 */
export function missingPackages({ hasChromium, hasChineseFont, hasOffice, hasPoppler, withDocuments }) {
  return [
    ...(hasChromium ? [] : ['chromium']),
    ...(hasChineseFont ? [] : ['fontconfig', 'fonts-noto-cjk']),
    ...(withDocuments && !hasOffice ? ['libreoffice-writer-nogui'] : []),
    ...(withDocuments && !hasPoppler ? ['poppler-utils'] : []),
  ]
}

/**
 * Why the Electron window cannot open on this machine, whether or not its binary is here.
 * @param {{ readonly platform: string, readonly isRoot: boolean, readonly hasDisplay: boolean }} machine
 * @returns {string | undefined}
 */
export function electronObstacleZh({ platform, isRoot, hasDisplay }) {
  if (platform !== 'linux') return undefined
  if (!hasDisplay) return '本机没有图形界面'
  // Electron refuses root unless its sandbox is off, and we never turn it off.
  return isRoot ? '当前是 root 用户，Electron 的沙箱不允许' : undefined
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * A machine without access should not wait 20 seconds at every start.
 * @param {number | undefined} lastFailureMs
 * @param {number} nowMs
 */
export function shouldFetchElectron(lastFailureMs, nowMs) {
  return lastFailureMs === undefined || nowMs - lastFailureMs >= dayMs || nowMs < lastFailureMs
}

const crashSignals = ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV']

/**
 * A library of the system missing (127) or its sandbox refused (a crash at once): the window cannot open on this machine at all.
 * @param {{ readonly code: number | null, readonly signal: string | null, readonly ranMs: number }} ended
 */
export function couldNotStart({ code, signal, ranMs }) {
  return code === 127 || (ranMs < 10_000 && crashSignals.includes(signal ?? ''))
}

/**
 * Whether this build opens data another has left: the data's migrations are the first of its own.
 * @param {readonly number[] | undefined} made undefined where nobody wrote them down
 * @param {readonly number[]} known
 */
export function canOpenData(made, known) {
  return made !== undefined && made.every((when, at) => known[at] === when)
}
