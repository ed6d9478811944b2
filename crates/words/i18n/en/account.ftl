# One's own account.

confirm-title = Confirm that it is you
confirm-lede = What you are about to do asks for your password once more. Then you go on where you were.
confirm-code = Code of your authenticator app, or a recovery code
confirm-refused = That is not right. Give the password again, and a new code if one is asked for.
confirm-button = Confirm

sign-in-reset = Your new password holds. Sign in with it.
sign-in-erased = You are no longer known here. Your seats have ended, and what you recorded names nobody.
sign-in-everywhere = You are signed out everywhere.

reset-title = Choose a new password
reset-lede = With this link you choose a new password for this account. It holds once, and for a day.
reset-button = Take this password
reset-how = Afterwards you are signed out everywhere and sign in with the new password. Whoever has an authenticator app still needs it, unless the link was made because it is lost.

account-title = Your account
account-name = Name
account-teams = Your teams
account-no-team = You are in no team. You see what everybody signed in sees; an administrator of a team can invite you into it.
account-how = How you sign in
account-language = Language of the pages
account-language-button = Save
account-language-how = With * only the names of States and treaties are in that language.
account-bad-language = Choose one of the languages.

account-done-called = Your name and address are changed.
account-done-language = Pages are in this language for you from now on.
account-done-password = Your password is changed. Everywhere else you are signed out.
account-done-app-removed = The app and the recovery codes are removed. Everywhere else you are signed out.
account-done-ended = That session is ended.
account-done-others = Everywhere else you are signed out.
account-done-revoked = The token is revoked. Programs that use it are refused from now on.

account-name-title = Change your name or address
account-name-button = Save
account-email-how = You sign in with it. No message is sent to it.
account-email-taken = Somebody here has this address already.
account-name-record = The record names you by a number. It gets a new code by which you can show that the number is you; your name is not in it.

account-password-title = Change your password
account-password-set = Chosen on { $what }.
account-password-none = None. Whoever runs this instance can give you a link by which you choose one.
account-password-lede = When it is changed, every other session of yours ends.
account-password-present = Your present password
account-password-new = New password
account-password-again = The new password once more
account-password-differs = These two are not the same. Type the new password twice.
account-password-wrong = The present password, or the code if one is asked for, is not right.

account-app-title = Authenticator app
account-app-since = Added on { $what }.
account-app-none = None: your password alone lets you in.
account-app-change = Change or remove it
account-app-lede = An app on your telephone shows a new code of six digits every half minute. With it, nobody signs in as you who knows your password alone.
account-app-needs = Any app of this kind will do (RFC 6238). You need the telephone at hand.
account-app-added = Added
account-app-add-title = Add an app
account-app-other = Use another app instead
account-app-other-how = The app you have now holds until the other one is added.
account-app-remove = Remove the app
account-app-remove-how = Your password alone lets you in then. The recovery codes go too, and every other session of yours ends.
account-app-scan = Open the app, and point its camera at this picture.
account-app-picture = A QR code for the camera of the app. It says the same as the key below.
account-app-type = Or type this key into it:
account-app-here = Or open the app on this device
account-app-first = Give the code that the app shows now.
account-app-code-wrong = That is not the code of this moment. Wait for the next one; the clock of the telephone must be right.
account-app-add-button = Add the app

account-codes-title = Recovery codes
account-codes-left = { $n ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $n } recovery codes are left.
}
account-codes-made = Made on { $what }.
account-codes-anew = Make new recovery codes
account-codes-anew-how = Those you have hold no more then.
account-codes-added = The app is added. Everywhere else you are signed out.
account-codes-new = These are new; the recovery codes of before hold no more.
account-codes-lede = Print them or write them down, and keep them where the telephone is not. Each one signs you in once, in place of a code of the app. They are shown this once.
account-codes-kept = I have kept them

account-passkeys-n = { $n ->
    [0] none
    [one] one passkey
   *[other] { $n } passkeys
}

account-sessions-title = Where you are signed in
account-sessions-n = { $n ->
    [one] one session
   *[other] { $n } sessions
}
account-sessions-lede = A session ends by itself after an hour without use, and after twelve hours. Where you are signed in and do not know it: end it, and change your password.
account-session-by = With
account-session-begun = Since
account-session-seen = Last used
account-session-end = End
account-session-this = this one
account-sessions-others = Sign out everywhere else
account-sessions-all = Sign out everywhere
account-browser = { $browser } on { $system }
account-no-browser = a program that does not say what it is

account-tokens-title = Tokens for programs
account-tokens-n = { $n ->
    [0] none
    [one] one token
   *[other] { $n } tokens
}
account-tokens-lede = With a token a program asks in your name, within one of your teams. It may never more than you may, and it ends by itself.
account-tokens-none = You have no token. One is made for each program, so that it can be revoked alone.
account-token-title = Make a token
account-token-no-team = A token is for what a team may see, and you are in none.
account-token-name = What it is for
account-token-name-how = Such as “statistics, machine in room 12”. Administrators of the team see it.
account-token-name-wrong = Say what it is for, on one line.
account-token-team = Choose one of your teams.
account-token-team-how = It sees what this team sees, and what is public.
account-token-may = What it may do
account-token-scopes-wrong = Choose at least one thing that it may do.
account-token-days = Days until it ends
account-token-days-wrong = Give a number from 1 to 366.
account-token-button = Make the token
account-token-made = Made
account-token-made-title = Your new token
account-token-once = It is shown this once. Copy it now, and keep it as you keep a password.
account-token-use = A program sends it with each request:
account-token-until = Until
account-token-over = it is over
account-token-used = Last used
account-token-unused = never
account-token-revoke = Revoke
token-scope-read = read page by page
token-scope-write = record and correct, as far as your role goes
token-scope-export = take out whole exports

account-data-title = What is known of you
account-data-link = See it, take it away, or have it erased
account-data-lede = Of people this instance keeps what they need to sign in. It is kept beside the record and can be erased; the record itself is never changed, and has no name in it.
account-data-beside = Beside the record
account-data-secret = Also names and addresses you had before, invitations you made or were sent, how often signing in to your account failed of late, and for 400 days what happened at the door: when you signed in, from which network. Passwords, recovery codes, sessions and tokens are kept so that they cannot be read back; the key of your app has to be kept as it is, and is not in the file.
account-data-record = In the record
account-data-number = Your number
account-data-known = That you are known here
account-data-seats = Your seats in teams
account-data-recorded = Recorded by you
account-data-entries = { $n ->
    [0] no entry
    [one] one entry
   *[other] { $n } entries
}
account-data-span = from { $first } to { $last }
account-data-take = Take away, or erase
account-data-export = Download everything (JSON)

account-erase-title = Erase me
account-erase-goes = What goes, for good
account-erase-goes-name = your name and address, those of before too, and what proves that your number in the record is you;
account-erase-goes-proofs = your password, your authenticator app, your recovery codes and whatever else you sign in with;
account-erase-goes-sessions = every session and every token: you and your programs are signed out;
account-erase-goes-links = invitations to your address, links for a new password, counts of attempts that failed;
account-erase-goes-seats = your seats: the record says, to each of your teams, that you are no longer in it.
account-erase-stays = What stays
account-erase-stays-entries = { $n ->
    [0] Nothing that you recorded, for you recorded nothing.
    [one] The one entry that you recorded: it is part of the record, and of the chain that proves it.
   *[other] The { $n } entries that you recorded: they are part of the record, and of the chain that proves it.
}
account-erase-stays-number = Your number, at what you recorded and at the seats you had. Nobody can say any more who that was.
account-erase-stays-marks = For 400 days, marks of what happened at the door under your number: when you signed in and from which network, tokens and links made.
account-erase-stays-backups = Backups made before keep what was then in them, until whoever runs this instance deletes them; so do files that others took out.
account-erase-do = Erase
account-erase-needed = You cannot be erased yet: nobody else administrates these teams. Make somebody else administrator there first.
account-erase-email = To erase everything, type your e-mail address
account-erase-how = It cannot be undone. To come back you would have to be invited again, and would be somebody else to the record.
account-erase-email-wrong = That is not the address of this account.
account-erase-button = Erase me
account-erase-later = You asked to be erased, and the record cannot be written at this moment. What you asked for is kept, and is finished as soon as it can be.
