import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PDFiumPage } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** A PDF as another program, PDFium, reads and draws it; its code as a phone's camera would decode it. */
export async function readPdf(bytes: Uint8Array) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  // A page can be drawn once: it is opened anew each time.
  const first = () => document.getPage(0);
  const { originalWidth: width, originalHeight: height } = first().getOriginalSize();
  return {
    pages: document.getPageCount(),
    width,
    height,
    text: first().getText(),
    /** What the code on the first page says when it is printed at so many dots per inch; undefined: nothing is read. */
    code: async (dpi: number) => {
      const drawn = await drawnAt(first(), dpi);
      return jsQR.default(drawn.data, drawn.width, drawn.height)?.data;
    },
    /** The first page as colours of its points, four bytes each. */
    drawn: (dpi: number) => drawnAt(first(), dpi),
    close() {
      document.destroy();
      library.destroy();
    },
  };
}

async function drawnAt(page: PDFiumPage, dpi: number) {
  const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
  return { data: new Uint8ClampedArray(data), width, height };
}
