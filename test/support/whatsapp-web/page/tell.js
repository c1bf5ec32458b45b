/** Address of the server; `stub-page.ts` puts it in. */
export const control = '';

/** What the page asks the server. */
export async function tell(what, data) {
  const answer = await fetch(`${control}/${what}`, { method: 'POST', body: JSON.stringify(data) });
  if (!answer.ok) throw new Error(`the server answers ${answer.status} to ${what}`);
  return answer.json();
}

export const complain = (about) => void navigator.sendBeacon(`${control}/complaint`, String(about));
