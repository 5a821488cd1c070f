/** Elements without an end tag. */
const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const HIDING = /(?:^|;)(?:display:none|mso-hide:all|visibility:hidden|opacity:0(?:\.0*)?)(?:!important)?(?:;|$)/;

/** No style that mail programs write is longer. */
const LONGEST_STYLE = 20_000;

/**
 * Tells what of an HTML mail a person doesn't see, tag by tag: what its own attributes hide, and all within. Style sheets
 * aren't looked at. Takes the same time for every tag.
 */
export class Hidden {
  private name = '';
  private attribute = '';
  private style: string[] = [];
  private length = 0;
  private hides = false;
  private hiddenName = '';
  private depth = 0;

  /** Whether the text that comes now is hidden; at the end of the mail, that a hidden element never ended. */
  get isInside(): boolean {
    return this.depth > 0;
  }

  openTag(name: string): void {
    this.name = name;
    this.hides = false;
    this.style = [];
    this.length = 0;
    if (this.depth > 0 && name === this.hiddenName) this.depth++;
  }

  attributeName(name: string): void {
    this.attribute = name;
    if (name === 'hidden') this.hides = true;
  }

  attributeText(text: string): void {
    if (this.attribute !== 'style' || this.length > LONGEST_STYLE) return;
    this.style.push(text);
    this.length += text.length;
  }

  openTagEnd(): void {
    if (this.depth > 0 || VOID.has(this.name) || this.name === 'body' || this.name === 'html') return;
    const style = this.style.join('').toLowerCase().replace(/\s+/g, '');
    if (!this.hides && !HIDING.test(style)) return;
    this.hiddenName = this.name;
    this.depth = 1;
  }

  closeTag(name: string): void {
    if (this.depth > 0 && name === this.hiddenName) this.depth--;
  }
}
