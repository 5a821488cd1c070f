/** Whether a person can see the element: it and all around it are displayed and not made invisible. */
export function isShown(element: Element): boolean {
  // The older name of the option: the newer one, visibilityProperty, came after the oldest Chrome that Duly runs in.
  return element.checkVisibility({ checkVisibilityCSS: true });
}

/** The elements that match and can be seen, but for those that a mail brought with it. */
export function shownOf(within: ParentNode, selector: string, mailBody: string): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.closest(mailBody) === null && isShown(element),
  );
}
