/** A joined conversation in which the operator does nothing for so long is handed back to Usher. */
export const idleMinutes = 30;
