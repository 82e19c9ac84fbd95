// Goes on under the session that the same person has begun anew in another window.

/** The token that requests of the session show now; null where nobody is signed in, or another than whose page it is. */
export async function sessionToken() {
  const response = await fetch("/v1/me", { headers: { Accept: "application/json" } });
  if (!response.ok) { return null; }
  const { user, csrf_token: token } = await response.json();
  const { viewer = user.id } = document.documentElement.dataset;
  return user.id === viewer ? token : null;
}
