/** The gated recurrent unit of kernels/gru, row by row, and its gradients. Gates stand in the order r, z, n. */
import { exp4, tanh4 } from './elementary.as';

@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

// Rows of 4 and more go by vectors, the last of which overlaps the one before it; narrower ones number by number.
@inline
function read(from: usize, isWide: bool): v128 {
  return isWide ? v128.load(from) : v128.load32_splat(from);
}

@inline
function write(to: usize, value: v128, isWide: bool): void {
  if (isWide) v128.store(to, value);
  else store<f32>(to, f32x4.extract_lane(value, 0));
}

@inline
function biased(x: usize, bias: usize, isWide: bool): v128 {
  return f32x4.add(read(x, isWide), read(bias, isWide));
}

/** One vector, or one number, of a row; every offset stands at gate r, the next gates `width` bytes further. */
@inline
function forward(
  message: usize,
  messageBias: usize,
  own: usize,
  ownBias: usize,
  state: usize,
  out: usize,
  width: usize,
  isWide: bool,
): void {
  const reset = sigmoid4(f32x4.add(biased(message, messageBias, isWide), biased(own, ownBias, isWide)));
  message += width;
  messageBias += width;
  own += width;
  ownBias += width;
  const keep = sigmoid4(f32x4.add(biased(message, messageBias, isWide), biased(own, ownBias, isWide)));
  const heard = biased(message + width, messageBias + width, isWide);
  const known = biased(own + width, ownBias + width, isWide);
  const fresh = tanh4(f32x4.add(heard, f32x4.mul(reset, known)));
  const change = f32x4.mul(keep, f32x4.sub(read(state, isWide), fresh));
  write(out, f32x4.add(fresh, change), isWide);
}

export function gru(
  message: usize,
  messageBias: usize,
  own: usize,
  ownBias: usize,
  state: usize,
  out: usize,
  numRows: i32,
  channels: i32,
): void {
  const width = (<usize>channels) << 2;
  for (let row = 0; row < numRows; row++) {
    if (channels < 4) {
      for (let c: usize = 0; c < width; c += 4)
        forward(message + c, messageBias + c, own + c, ownBias + c, state + c, out + c, width, false);
    } else {
      for (let at: usize = 0; at < width; at += 16) {
        const c = min<usize>(at, width - 16);
        forward(message + c, messageBias + c, own + c, ownBias + c, state + c, out + c, width, true);
      }
    }
    message += 3 * width;
    own += 3 * width;
    state += width;
    out += width;
  }
}

@inline
function backward(
  dy: usize,
  message: usize,
  messageBias: usize,
  own: usize,
  ownBias: usize,
  state: usize,
  dMessage: usize,
  dOwn: usize,
  dState: usize,
  width: usize,
  isWide: bool,
): void {
  const one = f32x4.splat(1);
  const reset = sigmoid4(f32x4.add(biased(message, messageBias, isWide), biased(own, ownBias, isWide)));
  message += width;
  messageBias += width;
  own += width;
  ownBias += width;
  const keep = sigmoid4(f32x4.add(biased(message, messageBias, isWide), biased(own, ownBias, isWide)));
  const heard = biased(message + width, messageBias + width, isWide);
  const known = biased(own + width, ownBias + width, isWide);
  const fresh = tanh4(f32x4.add(heard, f32x4.mul(reset, known)));
  const g = read(dy, isWide);
  const passed = f32x4.mul(g, keep);
  const dKeep = f32x4.mul(f32x4.mul(passed, f32x4.sub(one, keep)), f32x4.sub(read(state, isWide), fresh));
  const dFresh = f32x4.mul(f32x4.sub(g, passed), f32x4.sub(one, f32x4.mul(fresh, fresh)));
  const dKnown = f32x4.mul(dFresh, reset);
  const dReset = f32x4.mul(f32x4.mul(dKnown, known), f32x4.sub(one, reset));
  write(dState, passed, isWide);
  write(dMessage, dReset, isWide);
  write(dMessage + width, dKeep, isWide);
  write(dMessage + 2 * width, dFresh, isWide);
  write(dOwn, dReset, isWide);
  write(dOwn + width, dKeep, isWide);
  write(dOwn + 2 * width, dKnown, isWide);
}

export function gruGradient(
  dy: usize,
  message: usize,
  messageBias: usize,
  own: usize,
  ownBias: usize,
  state: usize,
  dMessage: usize,
  dOwn: usize,
  dState: usize,
  numRows: i32,
  channels: i32,
): void {
  const width = (<usize>channels) << 2;
  const last = width - 16;
  for (let row = 0; row < numRows; row++) {
    if (channels < 4) {
      for (let c: usize = 0; c < width; c += 4) {
        // prettier-ignore
        backward(
          dy + c, message + c, messageBias + c, own + c, ownBias + c, state + c,
          dMessage + c, dOwn + c, dState + c, width, false,
        );
      }
    } else {
      for (let at: usize = 0; at < width; at += 16) {
        const c = min<usize>(at, last);
        // prettier-ignore
        backward(
          dy + c, message + c, messageBias + c, own + c, ownBias + c, state + c,
          dMessage + c, dOwn + c, dState + c, width, true,
        );
      }
    }
    dy += width;
    message += 3 * width;
    own += 3 * width;
    state += width;
    dMessage += 3 * width;
    dOwn += 3 * width;
    dState += width;
  }
}
