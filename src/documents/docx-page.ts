/**
 * The page that the label's application asks for (source: jastar-belgisi, item 16): A4, margins of 2.5 cm, Times New
 * Roman 12, single spacing. Every text document of ours has it.
 */
export const page = {
  /** Twentieths of a point, the unit of the file format. */
  width: 11_906,
  height: 16_838,
  margin: 1417,
  font: 'Times New Roman',
  /** In points. */
  fontSize: 12,
} as const;

/** Room for text on a page, in points. */
export const room = {
  width: (page.width - 2 * page.margin) / 20,
  height: (page.height - 2 * page.margin) / 20,
} as const;
