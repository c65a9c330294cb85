import type { Document } from './document.ts';

/** One failed operation of a bulk write, in the form of the driver's `WriteError`, which the driver does not export. */
export class BulkOperationError {
  readonly err: { index: number; code: number; errmsg: string; errInfo: Document | undefined; op: unknown };

  /**
   * @param index the operation's place in the bulk
   * @param op the operation
   */
  constructor(index: number, error: Error, op: unknown) {
    const { code, errInfo } = error as Error & { code?: number; errInfo?: Document };
    this.err = { index, code: code ?? 0, errmsg: error.message, errInfo, op };
  }

  get code(): number {
    return this.err.code;
  }

  get index(): number {
    return this.err.index;
  }

  get errmsg(): string {
    return this.err.errmsg;
  }

  get errInfo(): Document | undefined {
    return this.err.errInfo;
  }

  getOperation(): unknown {
    return this.err.op;
  }

  toJSON(): object {
    const { code, index, errmsg, op } = this.err;
    return { code, index, errmsg, op };
  }

  toString(): string {
    return `WriteError(${JSON.stringify(this.toJSON())})`;
  }
}
