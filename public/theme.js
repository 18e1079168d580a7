// Before the first paint: the theme that was chosen, if one was. The settings keep the choice; this is its shadow.
(() => {
  try {
    const theme = localStorage.getItem('gatehouse-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system's theme holds.
  }
})();
