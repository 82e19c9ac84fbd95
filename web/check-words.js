// What the script says. The page holds it, in its own language.

export class Words {
  #texts = new Map();

  /** @param {HTMLTemplateElement} template elements with `data-word` */
  constructor(template) {
    for (const element of template.content.querySelectorAll("[data-word]")) {
      this.#texts.set(element.dataset.word, element.textContent);
    }
  }

  /** The words of a key, `{name}` replaced. */
  get(key, values = {}) {
    const text = this.#texts.get(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
  }
}
