// Finds out how a file's bytes are to be read as text.

/**
 * `{ text, encoding, faults }`: by the byte-order mark, as UTF-8, as a page says itself, as GB18030; where none fits, the one
 * with the fewest bad bytes, each of which is left as U+FFFD.
 */
export function decoded(bytes, isPage) {
  const encodings = [];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) { encodings.push("utf-16le"); }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) { encodings.push("utf-16be"); }
  encodings.push("utf-8");
  const declared = isPage ? declaredEncoding(bytes) : null;
  if (declared) { encodings.push(declared); }
  encodings.push("gb18030");
  const readings = encodings.flatMap((encoding) => reading(bytes, encoding));
  return readings.find((one) => one.faults === 0) ?? readings.sort((one, other) => one.faults - other.faults)[0];
}

function reading(bytes, encoding) {
  try {
    const decoder = new TextDecoder(encoding);
    const text = decoder.decode(bytes).replace(/\r\n?/g, "\n");
    return [{ text, encoding: decoder.encoding.toUpperCase(), faults: text.match(/[\ufffd\0]/g)?.length ?? 0 }];
  } catch {
    // A page may declare what no browser knows.
    return [];
  }
}

function declaredEncoding(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?([a-z0-9_-]+)/i.exec(head)?.[1] ?? null;
}
