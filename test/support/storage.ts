/** The part of Supabase Storage that the bucket uses, at the wire: one bucket, its objects in memory. */
export function storageDouble(bucket?: { public: boolean }): typeof fetch {
  let made = bucket;
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const missing = (what: string): Response =>
    Response.json({ statusCode: '404', error: 'not_found', message: `${what} not found` }, { status: 400 });

  return async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/storage/v1/', '');
    if (path === 'bucket' && request.method === 'GET') return Response.json([]);
    if (path === 'bucket') {
      made = (await request.json()) as { public: boolean };
      return Response.json({ name: 'files' });
    }
    if (path === 'bucket/files')
      return made === undefined ? missing('Bucket') : Response.json({ id: 'files', ...made });
    const name = path.replace('object/files/', '');
    if (request.method === 'POST') {
      objects.set(name, new Uint8Array(await request.arrayBuffer()));
      return Response.json({ Id: name, Key: `files/${name}` });
    }
    if (request.method === 'DELETE') {
      const { prefixes } = (await request.json()) as { prefixes: string[] };
      return Response.json(prefixes.filter((one) => objects.delete(one)).map((one) => ({ name: one })));
    }
    const found = objects.get(name);
    return found === undefined ? missing('Object') : new Response(found);
  };
}
