// Puts text on the clipboard as it is: the asynchronous interface would rewrite the HTML, and needs a secure address.

/** Whether it was done. */
export async function copy(text, html = "") {
  let isDone = false;
  const write = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (html) event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    isDone = true;
  };
  document.addEventListener("copy", write, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", write, { capture: true });
  if (isDone || !navigator.clipboard) return isDone;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
