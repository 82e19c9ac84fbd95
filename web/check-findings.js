// What the server found, with the places in the editor and the edits of the fixes.

import { editOf, placeOf } from "./check-places.js";

/** How many characters of the text beside a finding are shown with it. */
const contextLength = 10;
const order = ["error", "warning", "suggestion"];

/** The findings of a report, the worst first; `key` names one over several reports. */
export function findingsOf(report, written) {
  const bytes = written.bytes;
  const decoder = new TextDecoder();
  const times = new Map();
  const findings = report.findings.map((finding) => {
    const { start, end } = finding.range;
    const place = placeOf(written, start.byte, end.byte);
    const isOpen = decoder.decode(bytes.subarray(start.byte, end.byte)) === finding.text;
    const time = times.get(finding.fingerprint) ?? 0;
    times.set(finding.fingerprint, time + 1);
    return {
      ...finding,
      key: `${finding.fingerprint}-${time}`,
      place,
      quote: quoteOf(finding, place, isOpen),
      edits: finding.fix?.edits.map((edit) => editOf(written, edit)) ?? [],
    };
  });
  return findings.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

export const isSafe = (finding) => finding.fix?.safety === "safe";

/** What the finding is about, in its context; where the server masks a text, its mask alone. */
function quoteOf(finding, place, isOpen) {
  if (place?.element || finding.text === "") return null;
  const text = inOneLine(isOpen && place ? place.range.toString() : finding.text).trim();
  const short = text.length > 60 ? `${text.slice(0, 58)}…` : text;
  if (!isOpen || !place) return { before: "", text: short, behind: "" };
  const { startContainer, startOffset, endContainer, endOffset } = place.range;
  const near = 4 * contextLength;
  const head = [...inOneLine(startContainer.data.slice(Math.max(0, startOffset - near), startOffset))];
  const tail = [...inOneLine(endContainer.data.slice(endOffset, endOffset + near))];
  const before = head.slice(-contextLength).join("");
  const behind = tail.slice(0, contextLength).join("");
  return {
    before: head.length > contextLength ? `…${before}` : before,
    text: short,
    behind: tail.length > contextLength ? `${behind}…` : behind,
  };
}

const inOneLine = (text) => text.replace(/\s+/g, " ");
