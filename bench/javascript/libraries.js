/** The gradients of the comparison as one writes them for each library, at its fastest: compiled where it compiles. */

/** jax-js asks whether an array is a Float16Array, which Node has from version 24 on. */
globalThis.Float16Array ??= class Float16Array {};
const { blockUntilReady, defaultDevice, grad, init, jit, nn, numpy } = await import('@jax-js/jax');
const tf = await import('@tensorflow/tfjs');

/** In double precision; calls consume their arguments, but for `.ref`. */
export async function jaxGradients({ x, a, b, y }, { leastSquares: [rows, columns] }) {
  await init('wasm');
  defaultDevice('wasm');
  const array = (data) => numpy.array(data, { dtype: numpy.float64 });
  const [vector, matrix, right, unknown] = [array(x), array(a).reshape([rows, columns]), array(b), array(y)];
  const softmax = jit(grad((each) => nn.logsumexp(each)));
  const slope = jit(grad((z, m, r) => {
    const residual = numpy.matmul(m, z).sub(r);
    return residual.ref.mul(residual).sum().mul(0.5);
  }));
  return {
    logsumexp: jaxTask(() => softmax(vector.ref)),
    leastSquares: jaxTask(() => slope(unknown.ref, matrix.ref, right.ref)),
  };

  function jaxTask(call) {
    return {
      run: async () => {
        const result = call();
        await blockUntilReady(result);
        result.dispose();
      },
      result: async () => call().data(),
    };
  }
}

export async function tensorflowGradients({ x, a, b, y }, { leastSquares: [rows, columns] }) {
  await tf.setBackend('cpu');
  await tf.ready();
  const tensor = (data, shape = [data.length]) => tf.tensor(Float32Array.from(data), shape);
  const [vector, matrix, right, unknown] = [tensor(x), tensor(a, [rows, columns]), tensor(b, [rows, 1]), tensor(y, [columns, 1])];
  const softmax = tf.grad((each) => tf.logSumExp(each));
  const slope = tf.grad((z) => tf.matMul(matrix, z).sub(right).square().sum().mul(0.5));
  return { logsumexp: tensorflowTask(() => softmax(vector)), leastSquares: tensorflowTask(() => slope(unknown)) };

  function tensorflowTask(call) {
    return { run: async () => { call().dispose(); }, result: async () => call().data() };
  }
}
