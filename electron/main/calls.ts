import { ipcMain, type WebContents } from 'electron'
import type { Core, Session } from '#core/createCore.ts'
import type { Logger } from '#core/ports.ts'
import { AppError, type Result } from '#shared/contract/errors.ts'
import { isJsonValue } from './jsonValue.ts'
import { isTrustedSender } from './security.ts'

interface CallHost {
  readonly core: Core
  readonly session: Session
  readonly contents: WebContents
  readonly logger: Logger
}

export function answerCalls({ core, session, contents, logger }: CallHost): void {
  ipcMain.handle('rpc', async (event, route: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event, contents)) {
      logger.warn('call refused: not the page of our window')
      return refusal(
        new AppError('FORBIDDEN_SENDER', 'calls are taken from the page of the main window only'),
      )
    }
    if (typeof route !== 'string' || !isJsonValue(input)) {
      return refusal(new AppError('VALIDATION_FAILED', 'a call is a route name and a JSON value'))
    }
    return core.call(route, input, session)
  })
}

function refusal(error: AppError): Result<never> {
  return { ok: false, error: error.toBody() }
}
