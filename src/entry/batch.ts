/** `__enzyme_batch`: the function itself for several sets of arguments, one after the other. */
import { type Argument, type Builder, type Function, type Value, constantInt, i8 } from '../ir/index.js';
import { wordType } from '../derive/index.js';
import { canPass } from './arguments.js';
import { functionOf } from './differentiated-function.js';
import { type MarkerCall, complain, markerOf } from './markers.js';
import { converted } from './passing.js';
import { takeOptions } from './request-options.js';
import type { Task } from './task.js';
import { type Delivery, deliver, takeResultAddress } from './results.js';

/** What each lane passes for an argument. */
type LaneValue = (lane: number, build: Builder) => Value;

/** @throws Diagnostic that says which argument is wrong. */
export function batchTask(marker: MarkerCall): Task {
  const { values, resultAddress } = takeResultAddress(marker);
  const source = functionOf(values.shift(), marker);
  const { options, rest } = takeOptions(marker, values, false);
  const read = new BatchReader(marker, source, options.width, rest).readAll();
  const delivery: Delivery = { marker, source, resultAddress };
  return {
    source,
    emit: (build) => {
      const results = Array.from({ length: options.width }, (_, lane) => build.call(source, read.map((valueOf) => valueOf(lane, build))));
      return deliver(delivery, source.functionType.result.kind === 'void' ? [] : results, build);
    },
  };
}

class BatchReader {
  private at = 0;

  constructor(private readonly marker: MarkerCall, private readonly source: Function, private readonly width: number, private readonly values: readonly Value[]) {}

  readAll(): LaneValue[] {
    const read = this.source.args.map((arg) => this.readOne(arg));
    const extra = this.values.length - this.at;
    if (extra > 0) throw this.miscounted(`${extra} argument${extra > 1 ? 's' : ''} too many`);
    return read;
  }

  /** By default all lanes have the same value. */
  private readOne(arg: Argument): LaneValue {
    const next = this.values[this.at];
    const word = next && markerOf(next);
    if (word !== undefined) this.at++;
    switch (word) {
      case undefined: case 'enzyme_scalar': {
        const value = this.take(arg, 'value');
        return (_, build) => converted(build, value, arg.type);
      }
      case 'enzyme_vector': {
        const lanes = Array.from({ length: this.width }, (_, lane) => this.take(arg, `value ${lane + 1} of ${this.width}`));
        return (lane, build) => converted(build, lanes[lane] ?? arg, arg.type);
      }
      case 'enzyme_buffer': return this.readBuffer(arg);
      default: throw complain(this.marker, 'badMarker', { marker: word, function: this.source.name, argument: `${arg.index + 1}`, why: 'a batch takes enzyme_scalar, enzyme_vector and enzyme_buffer' });
    }
  }

  /** Lane i's value is i times the stride behind the base; of a pointer argument, that address itself. */
  private readBuffer(arg: Argument): LaneValue {
    const [stride, base] = [this.values[this.at++], this.values[this.at++]];
    if (stride?.type.kind !== 'integer') throw this.miscounted(`the byte distance between the values of argument ${arg.index + 1} is ${stride?.type.text ?? 'missing'}`);
    if (base?.type.kind !== 'pointer') throw this.miscounted(`the buffer of argument ${arg.index + 1} is ${base?.type.text ?? 'missing'}`);
    return (lane, build) => {
      const word = wordType(build.module);
      const address = build.gep(i8, base, [build.binary('mul', converted(build, stride, word), constantInt(word, lane))]);
      return arg.type.kind === 'pointer' ? address : build.load(arg.type, address, 1);
    };
  }

  private take(arg: Argument, what: string): Value {
    const value = this.values[this.at++];
    if (!value || markerOf(value) !== undefined) throw this.miscounted(`the ${what} of argument ${arg.index + 1} is missing`);
    if (!canPass(value.type, arg.type)) throw this.miscounted(`the ${what} of argument ${arg.index + 1} is ${value.type.text}, but the function takes ${arg.type.text}`);
    return value;
  }

  private miscounted(message: string): Error {
    return complain(this.marker, 'argumentCount', { marker: this.marker.entryPoint, function: this.source.name, message });
  }
}
