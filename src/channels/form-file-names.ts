const unquoted = /^(content-disposition:form-data;name="[^"\r\n]*";)filename=([^"\r\n][^\r\n]*)\r\n/;

/**
 * Puts the file names of grammY's form into quotes. grammY writes `filename=Тізім 1.pdf` bare, which Telegram reads, but
 * readers of forms refuse it as soon as there is a space or a letter beyond ASCII. Each part's head is one chunk.
 */
export async function* quoteFileNames(form: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of form) {
    const head = Buffer.from(chunk.subarray(0, 1024)).toString('utf8');
    const found = unquoted.exec(head);
    if (!found) yield chunk;
    else {
      const [line, before = '', name = ''] = found;
      yield Buffer.from(`${before}filename="${name.replaceAll('"', '%22')}"\r\n`);
      yield chunk.subarray(Buffer.byteLength(line));
    }
  }
}
