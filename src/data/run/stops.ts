/** Stops of the sliders that a run and its layers share, ascending. */
export const LEARNING_RATE_STOPS = [0.0001, 0.0003, 0.001, 0.003, 0.005, 0.01, 0.03, 0.1, 0.3, 1];
export const WEIGHT_DECAY_STOPS = [0, 0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.1];
export const DROPOUT_STOPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
