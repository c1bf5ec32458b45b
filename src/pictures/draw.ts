import type { EChartsCoreOption } from 'echarts/core';
import { font, fontFamily, fontFiles } from './font.ts';
import { palette, width } from './palette.ts';

/**
 * Draws a chart as PNG, `width` pixels wide.
 *
 * ECharts and resvg are loaded with the first picture: whoever draws none does not carry them. The kinds of charts and
 * components that the option names must have been imported by the picture (`echarts/lib/chart/bar`), each by itself,
 * because `echarts/charts` brings all of them and 40 MB.
 */
export async function draw(option: EChartsCoreOption, height: number): Promise<Uint8Array> {
  const [letters, echarts, { SVGRenderer }, { renderAsync }] = await Promise.all([
    font(),
    import('echarts/core'),
    import('echarts/renderers'),
    import('@resvg/resvg-js'),
  ]);
  echarts.use(SVGRenderer);
  // Without a browser ECharts guesses how wide letters are, and Kazakh ones wrong.
  echarts.setPlatformAPI({ measureText: (text, css = '') => ({ width: letters.widthOf(text, sizeIn(css)) }) });
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  let svg: string;
  try {
    chart.setOption({ animation: false, backgroundColor: palette.paper, textStyle: { fontFamily }, ...option });
    svg = chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
  // Only our own font: a picture looks the same on every machine, and nothing is searched for on the disk.
  const image = await renderAsync(svg, { font: { fontFiles, defaultFontFamily: fontFamily, loadSystemFonts: false } });
  return image.asPng();
}

/** The size in pixels that a CSS font names ("bold 24px Noto Sans"). */
const sizeIn = (css: string): number => Number(/([\d.]+)px/.exec(css)?.[1] ?? 12);
