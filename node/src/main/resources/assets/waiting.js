// A page that waits for an answer given on another device: asks for itself now and then, and says so once there is one.
// It never moves by itself; its link leads on, with this script and without it.

const status = document.querySelector('[role=status][data-every]');

async function look() {
  if (document.visibilityState === 'visible') {
    try {
      const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
      const news = answer.type === 'opaqueredirect' ? 'arrived' : answer.status === 404 ? 'over' : '';
      if (news) {
        status.textContent = status.dataset[news];
        return;
      }
    } catch { /* Not reachable at the moment. */ }
  }
  setTimeout(look, status.dataset.every * 1000);
}

setTimeout(look, status.dataset.every * 1000);
