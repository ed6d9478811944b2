# Coming in by an issuer that vouches for people. { $what } is what it is called.

issuer-sign-in = Sign in with { $what }
issuer-join = Join with { $what }
issuer-join-how = With { $what } you need no password here: give your name, and sign in there.
issuer-confirm-lede = What you are about to do asks once more for proof that it is you. Then you go on where you were.
issuer-confirm = Confirm with { $what }

issuer-title = Signing in with { $what }
issuer-go-lede = You go on to { $what } and sign in there. Then you come back.
issuer-go = Go on to { $what }
issuer-other-ways = Sign in, or try again

issuer-told-errand = This sign-in was not begun in this browser, took longer than ten minutes, or was finished already. Begin again.
issuer-told-silent = { $what } does not answer at the moment. Sign in in another way, or try again in a minute.
issuer-told-declined = { $what } did not sign you in, or you went back. Nothing was changed.
issuer-told-refused = What came back from { $what } does not hold, so nobody was signed in. Try again; if it stays so, tell whoever runs this instance.
issuer-told-weak = You did not sign in at { $what } in the way that is required here, with a second factor for instance.
issuer-told-stranger = { $what } knows you, and nobody here does yet. Accounts are by invitation: open the link of yours and join with { $what }. Who has an account here already signs in as before and adds { $what } on the page of the account.
issuer-told-linked = This account is linked to somebody here already.
issuer-told-last = This is the last thing by which you can sign in, and stays until you have another.
issuer-told-other = It could not be confirmed that it is you. Sign in at { $what } anew, with the account that is linked to yours.
issuer-told-wait = Too many from your network went to { $what } and did not come back. Wait a quarter of an hour.

issuer-own-title = Your account at { $what }
issuer-own-none = You can sign in with the account that you have at { $what }. Nothing but a number of that account is kept here.
issuer-own-add = Add { $what }
issuer-own-remove = Remove { $what }
issuer-own-remove-how = After that you cannot sign in with { $what } any more. What you have there stays as it is.
issuer-own-since = Linked since
issuer-own-used = Last used
issuer-own-never = not yet
issuer-own-added = It is linked. From now on you can sign in with it. Your other sessions are over.
issuer-own-removed = It is removed. Your other sessions are over.

signed-out-title = You are signed out here
signed-out-elsewhere = You may still be signed in at { $what }. At a machine that others use, sign out there as well.
signed-out-there = Sign out at { $what }
signed-out-home = Go on without signing in
