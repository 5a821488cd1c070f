/** Opens the panel beside this page: there one says who one is and whose policy is followed. */
export function OpenPanel() {
  return (
    <p>
      <button type="button" class="btn primary" onClick={open}>
        Open the panel and choose your landlord
      </button>
    </p>
  );
}

// Within the press itself: the browser opens the panel for nobody else.
function open(): void {
  void chrome.sidePanel.open({ windowId: chrome.windows.WINDOW_ID_CURRENT });
}
