/**
 * Colours of all pictures. The pairs differ in lightness as well as in hue (Okabe and Ito's set for people who do not
 * tell all colours apart), so they also hold on a grey print.
 */
export const palette = {
  paper: '#ffffff',
  ink: '#1b1f24',
  /** Second lines and small print; 7:1 on paper. */
  quiet: '#57606a',
  empty: '#e6e8eb',
  done: { fill: '#0072b2', ink: '#ffffff' },
  notYet: { fill: '#f3b54a', ink: '#1b1f24' },
} as const;

/** Pictures are made for a phone held upright: all are this wide, in pixels, and as high as they need. */
export const width = 720;

/** Space left free at the sides, in pixels. */
export const margin = 28;
