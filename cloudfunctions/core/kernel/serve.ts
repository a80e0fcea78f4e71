import * as v from 'valibot'
import { FaultError } from '../../../miniprogram/domain/fault'
import { contracts, type Reply } from '../contract/api'
import { admit } from './access'
import { contextOf, type CloudContext, type Context } from './context'
import { log } from './log'
import { parseInput } from './parse'
import { reply, replyNo } from './reply'
import type { AnyUseCase, UseCases } from './use-case'

const call = v.object({ useCase: v.string(), input: v.optional(v.unknown(), {}) })

/** A function that people call: finds the use case, checks the input, asks for whom it is, runs it, answers. */
export function serve(useCases: UseCases) {
  const byName = new Map<string, AnyUseCase>(Object.entries(useCases))
  return async (event: unknown, cloudContext: CloudContext): Promise<Reply<unknown>> => {
    const context = contextOf(cloudContext)
    try {
      const { useCase: name, input } = parseInput(call, event)
      const useCase = byName.get(name)
      if (!useCase)
        throw new FaultError({ code: 'invalid_input', fields: [{ path: 'useCase', why: 'wrong' }] })
      return await answer(context, useCase, input)
    } catch (error) {
      return replyNo(context.requestId, faultOf(error, context.requestId))
    }
  }
}

async function answer(context: Context, useCase: AnyUseCase, raw: unknown) {
  const contract = contracts[useCase.name]
  const input = parseInput(contract.input, raw)
  // The union of all use cases takes no common input; each was checked against its own contract where it is written.
  const { access, run } = useCase as unknown as Loose
  const result = await run(context, input, await admit(context, access, input))
  // Parsing with the output's contract strips what it does not name, so nothing leaks by accident.
  return result.ok
    ? reply(context.requestId, v.parse(contract.output as v.GenericSchema, result.value))
    : replyNo(context.requestId, result.refusal)
}

interface Loose {
  readonly access: Parameters<typeof admit>[1]
  readonly run: (...args: readonly unknown[]) => ReturnType<AnyUseCase['run']>
}

function faultOf(error: unknown, requestId: string) {
  if (error instanceof FaultError) return error.fault
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  log({ requestId, defect: message, stack })
  return { code: 'defect' } as const
}
