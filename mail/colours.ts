/** Fluent's neutral and brand colours, as Microsoft 365 shows them, on light and on dark. */
export const light = {
  ground: '#f3f2f1',
  paper: '#ffffff',
  text: '#242424',
  quiet: '#5c5c5c',
  line: '#d6d6d6',
  brand: '#0f6cbd',
  onBrand: '#ffffff',
  tint: '#f0f6fc',
};

export const dark: typeof light = {
  ground: '#1b1a19',
  paper: '#292827',
  text: '#f5f5f5',
  quiet: '#c4c4c4',
  line: '#525252',
  brand: '#62abf5',
  onBrand: '#0b1a2b',
  tint: '#20303f',
};
