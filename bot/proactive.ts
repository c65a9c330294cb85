export function startProactive(_o: unknown) {
  return { wake() {}, async stop() {}, async drain() {} };
}
