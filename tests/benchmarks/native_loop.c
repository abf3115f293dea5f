/* The limit: one straight loop over flat arrays, forward and backward, for tests/benchmarks/engine_speed.py. */
#include <math.h>

enum { LEAF, ADD, MULTIPLY, TANH, RELU, SUBTRACT, HALF_SQUARE };

void run(long n, const int *op, const long *first, const int *input, double *value,
         double *derivative, double *edge)
{
    for (long i = 0; i < n; i++) {
        const int *in = input + first[i];
        long count = first[i + 1] - first[i];
        switch (op[i]) {
        case ADD: {
            double total = 0.0;
            for (long k = 0; k < count; k++) total += value[in[k]];
            value[i] = total;
            break;
        }
        case MULTIPLY: value[i] = value[in[0]] * value[in[1]]; break;
        case TANH: value[i] = tanh(value[in[0]]); break;
        case RELU: value[i] = value[in[0]] > 0.0 ? value[in[0]] : 0.0; break;
        case SUBTRACT: value[i] = value[in[0]] - value[in[1]]; break;
        case HALF_SQUARE: value[i] = value[in[0]] * value[in[0]] * 0.5; break;
        }
    }
    for (long i = 0; i < n; i++) derivative[i] = 0.0;
    derivative[n - 1] = 1.0;
    for (long i = n - 1; i >= 0; i--) {
        const int *in = input + first[i];
        double *out = edge + first[i];
        long count = first[i + 1] - first[i];
        double g = derivative[i];
        switch (op[i]) {
        case ADD: for (long k = 0; k < count; k++) out[k] = g; break;
        case MULTIPLY: out[0] = g * value[in[1]]; out[1] = g * value[in[0]]; break;
        case TANH: out[0] = g * (1.0 - value[i] * value[i]); break;
        case RELU: out[0] = value[in[0]] > 0.0 ? g : 0.0; break;
        case SUBTRACT: out[0] = g; out[1] = -g; break;
        case HALF_SQUARE: out[0] = g * value[in[0]]; break;
        }
        for (long k = 0; k < count; k++) derivative[in[k]] += out[k];
    }
}
