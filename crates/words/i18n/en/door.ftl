# The door: joining, signing in and out.

door-name = Your name
door-email = E-mail address
door-password = Password
door-new-password = Choose a password
door-password-how = At least 12 characters; any kind, a sentence is good. Common passwords and your own name are refused.

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-how = You need an account only to see what is not public. Accounts are by invitation.
sign-in-refused = The address or the password is not right.
sign-in-joined = You have joined. Sign in with your address and the password you chose.
sign-in-wait = There were too many attempts. Try again after { $until }.
sign-in-code-title = Give the code
sign-in-code-lede = Your password is right. Give the code that your authenticator app shows now, or one of your recovery codes.
sign-in-code-label = Code
sign-in-code-refused = That code is not right, or was used already. Wait for the next one.
sign-out = Sign out

join-title = Join
join-first-lede = Nobody has joined this instance yet. Whoever does so with this link becomes its administrator, and does not see by that what teams record for themselves.
join-lede = You are invited.
join-team = Team
join-role = As
join-known = This address has an account already.
join-accept = Accept the invitation
join-button = Join
join-privacy = Your name and address are kept apart from the record, which names you by a number.

role-reader = reader: sees what the team sees
role-contributor = contributor: records for the team
role-editor = editor: corrects and releases
role-administrator = administrator: invites people and gives roles

door-taken = Somebody here has this address already: sign in with it.
door-weak = This password is too easy to guess, or not of 12 to 256 characters. Choose another one.
door-bad-name = Give your name, as others know you.
door-bad-email = Give an e-mail address, such as name@ministry.example.
door-no-invitation = This link was used already, or is too old. Ask for a new one.
door-not-for-you = This invitation is for another address than the one you are signed in with.
door-not-signed-in = You are not signed in any more: sign in again.
door-failed = That could not be done. Try again.

problem-forged-title = This form cannot be taken
problem-forged = It was not sent from a page of this site, or the session it belongs to is over. Open the page again and send it from there.
problem-form-too-large = It is larger than any form of this site.
problem-token-title = This token does not hold
problem-token = It is mistyped, over, or was revoked; or its owner is no longer in the team.
problem-invitation-title = This link does not hold
